/** Everything that `read` has, a page at a time: each begins after the place of the last item of the one before. */
export async function* paged<T, P>(
  read: (after: P) => Promise<T[]>,
  first: P,
  place: (item: T) => P,
): AsyncIterable<T> {
  for (let after = first; ; ) {
    const items = await read(after)
    yield* items
    const last = items.at(-1)
    if (last === undefined) return
    after = place(last)
  }
}

/** The same where a page says itself where the next begins. */
export async function* stretches<T>(
  read: (after: number) => Promise<{ lines: T[]; next: number | null }>,
): AsyncIterable<T> {
  for (let after: number | null = 0; after !== null; ) {
    const page: { lines: T[]; next: number | null } = await read(after)
    yield* page.lines
    after = page.next
  }
}
