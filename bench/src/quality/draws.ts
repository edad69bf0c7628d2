import { randomOf } from '@nabij/simulators'

/** The photos of one draw: the same for the same seed, and with fewer shots the first of those with more. */
export function drawn(files: readonly string[], shots: number, seed: number): string[] {
  const random = randomOf(20_261_125, seed)
  const keyed = files.map((file) => ({ file, key: random.next() }))
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, shots)
    .map(({ file }) => file)
}

/** Good and bad mixed at random, as many of each as before: what is told apart then is nothing. */
export function shuffled<T>(good: T[], bad: T[], seed: number): { good: T[]; bad: T[] } {
  const random = randomOf(20_261_126, seed)
  const all = [...good, ...bad].map((value) => ({ value, key: random.next() })).sort((a, b) => a.key - b.key)
  const values = all.map(({ value }) => value)
  return { good: values.slice(0, good.length), bad: values.slice(good.length) }
}
