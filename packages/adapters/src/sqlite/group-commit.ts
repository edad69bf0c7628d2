/** Most that one transaction takes: keeps a single commit, and so the wait for it, short. */
const groupLimit = 256

interface Waiting<I, O> {
  item: I
  resolve(answer: O): void
  reject(error: unknown): void
}

/**
 * Groups what arrives while a commit runs into the next one: alone, an item is committed at once; under load, one
 * fsync serves many. `commit` answers each item, in order, after all of them are safe on disk.
 */
export function groupCommit<I, O>(commit: (items: I[]) => Promise<O[]>): (item: I) => Promise<O> {
  const queue: Waiting<I, O>[] = []
  let committing = false

  async function drain(): Promise<void> {
    committing = true
    while (queue.length > 0) {
      const group = queue.splice(0, groupLimit)
      try {
        const answers = await commit(group.map(({ item }) => item))
        for (const [index, { resolve }] of group.entries()) resolve(answers[index] as O)
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    committing = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (!committing) void drain()
    })
}
