import { describe, expect, it } from 'vitest'
import { allowancesOf, branchScore, largestMean, noAllowance } from './branch-score.ts'

/** A photo whose places all lie as far as `light` says, but for three. */
const photo = (light: number, largest = light * 1.5) => {
  const distances = new Float32Array(256).fill(light)
  return distances.fill(largest, 0, 3)
}
/** Twenty good photos, in changing light. */
const lights = Array.from({ length: 20 }, (_, n) => 0.5 + (n % 5) * 0.02)

const numbers = (photos: Float32Array[]) => photos.map((_, n) => n)
const allowanceOf = (photos: Float32Array[]) => allowancesOf(photos, numbers(photos)).allowance

describe('allowancesOf', () => {
  it('takes off most of what a picture scores for being a little unlike everywhere', () => {
    const allowance = allowanceOf(lights.map((light) => photo(light)))
    const [usual, weaker] = [photo(0.52), photo(0.6)].map((each) => branchScore(each, allowance))
    const raw = largestMean(photo(0.6)) - largestMean(photo(0.52))
    expect((weaker ?? 0) - (usual ?? 0)).toBeLessThan(0.6 * raw)
    expect((weaker ?? 0) - (usual ?? 0)).toBeGreaterThan(0)
  })

  it('leaves a defect its score', () => {
    const allowance = allowanceOf(lights.map((light) => photo(light)))
    const [good, defect] = [photo(0.52), photo(0.52, 1.2)].map((each) => branchScore(each, allowance))
    expect((defect ?? 0) - (good ?? 0)).toBeGreaterThan(0.9 * (1.2 - 0.78))
  })

  it('forgives a picture that is very unlike everywhere no more than good photos showed', () => {
    const allowance = allowanceOf(lights.map((light) => photo(light)))
    expect(allowance.most).toBeLessThan(0.1)
    for (const light of [1, 2, 10]) {
      expect(branchScore(photo(light), allowance)).toBeGreaterThan(0.9 * largestMean(photo(light)))
    }
  })

  it('allows nothing where scores do not rise with it, and little after few photos', () => {
    const falling = allowanceOf(lights.map((light) => photo(light, 1.5 - light)))
    expect(falling.slope).toBe(0)
    const [few, many] = [lights.slice(0, 5), lights].map((each) =>
      allowanceOf(each.map((light) => photo(light, 0.5 + light / 2))),
    )
    expect(few?.slope).toBeGreaterThan(0)
    expect(few?.slope).toBeLessThan(0.65 * (many?.slope ?? 0))
  })

  it('never takes off more than three fifths of what the score would follow in full', () => {
    const steep = allowanceOf(lights.map((light) => photo(light, light ** 6 * 60)))
    const usual = lights.reduce((sum, light) => sum + light ** 6 * 60, 0) / lights.length
    expect((steep.slope * steep.from) / usual).toBeCloseTo(0.6, 5)
    expect(allowanceOf([photo(0.5), photo(0.5)])).toEqual(noAllowance)
  })

  it('lets no photo excuse itself: what is allowed it comes from the others', () => {
    const odd = photo(0.7, 2)
    const photos = [...lights.map((light) => photo(light, 0.78)), odd]
    const { allowance, own } = allowancesOf(photos, numbers(photos))
    expect(allowance.slope).toBeGreaterThan(0.5)
    expect(own.at(-1)?.slope).toBe(0)
    const twice = allowancesOf([...photos, odd], [...numbers(photos), photos.length - 1])
    expect(twice.own.slice(-2).map(({ slope }) => slope)).toEqual([0, 0])
  })
})
