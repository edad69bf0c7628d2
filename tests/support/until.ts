/** Asks again until there is an answer; after `seconds` it fails with what `why` says. */
export async function until<T>(ask: () => T | Promise<T>, why: () => string, seconds = 300): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`nothing after ${seconds} seconds: ${why()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
