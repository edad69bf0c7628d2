/** Holds what came until it is asked for. When it is full, the newest takes the place of the oldest. */
export interface Mailbox<T> {
  put(item: T): void
  /** What waits to be read. */
  size(): number
  /** No more will come; null: that is as it should be. What came before is still given. */
  close(error: Error | null): void
  /** All that comes, in order; ends or throws when it is closed. For one reader. */
  read(): AsyncGenerator<T, void, undefined>
}

export function mailbox<T>(room: number): Mailbox<T> {
  const held: T[] = []
  let closed: { error: Error | null } | null = null
  let wake = (): void => undefined

  return {
    put(item) {
      if (closed) return
      if (held.length >= room) held.shift()
      held.push(item)
      wake()
    },
    size: () => held.length,
    close(error) {
      closed ??= { error }
      wake()
    },
    async *read() {
      for (;;) {
        for (let item = held.shift(); item !== undefined; item = held.shift()) yield item
        if (closed?.error) throw closed.error
        if (closed) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
