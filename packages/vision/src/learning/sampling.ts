/** `count` of the whole numbers below `total`, each once, in rising order: the same for the same numbers. */
export function sample(total: number, count: number): number[] {
  const chosen: number[] = []
  let state = 1
  for (let n = 0; n < total && chosen.length < count; n++) {
    // Selection sampling (Knuth, algorithm S) with a small linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    if ((total - n) * (state / 2 ** 32) < count - chosen.length) chosen.push(n)
  }
  return chosen
}
