import { type Random, randomOf } from '@nabij/simulators'

/** The photos of one draw: the same for the same seed, and with fewer shots the first of those with more. */
export function drawn(files: readonly string[], shots: number, seed: number): string[] {
  return shuffled(files, randomOf(20_261_125, seed)).slice(0, shots)
}

/** Good and bad mixed at random, as many of each as before: what is told apart then is nothing. */
export function dealt<T>(good: T[], bad: T[], seed: number): { good: T[]; bad: T[] } {
  const values = shuffled([...good, ...bad], randomOf(20_261_126, seed))
  return { good: values.slice(0, good.length), bad: values.slice(good.length) }
}

/** The same items in an order that chance decides. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
