import { describe, expect, it } from 'vitest'
import { regionsOf } from './regions.ts'

function mapOf(...lines: string[]) {
  const data = Float32Array.from(lines.join(''), (digit) => Number(digit) / 10)
  return { width: lines[0]?.length ?? 0, height: lines.length, data }
}

describe('regionsOf', () => {
  it('boxes what hangs together, corners included, worst first', () => {
    const map = mapOf('00000000', '06600009', '00060000', '00000000')
    expect(regionsOf(map, 0.5).map(({ score, ...box }) => [Math.round(score * 10), box])).toEqual([
      [9, { x: 7 / 8, y: 1 / 4, w: 1 / 8, h: 1 / 4, area: 1 / 32 }],
      [6, { x: 1 / 8, y: 1 / 4, w: 3 / 8, h: 2 / 4, area: 3 / 32 }],
    ])
  })

  it('takes what is above the limit, not what is at it', () => {
    const map = { width: 2, height: 1, data: Float32Array.of(0.5, 0.75) }
    expect(regionsOf(map, 0.5)).toEqual([{ x: 0.5, y: 0, w: 0.5, h: 1, score: 0.75, area: 0.5 }])
    expect(regionsOf(map, 0.75)).toEqual([])
  })

  it('shows at most twenty, the worst ones', () => {
    const data = Float32Array.from({ length: 64 * 64 }, (_, n) =>
      n % 3 === 0 && Math.floor(n / 64) % 3 === 0 ? 0.5 + n / 10_000 : 0,
    )
    const regions = regionsOf({ width: 64, height: 64, data }, 0.4)
    expect(regions.length).toBe(20)
    expect(regions[0]?.score).toBeCloseTo(Math.max(...data))
    expect(regions.every((region, n) => n === 0 || region.score <= (regions[n - 1]?.score ?? 0))).toBe(true)
  })

  it('a map that is all above the limit is one region: the whole picture', () => {
    expect(regionsOf({ width: 64, height: 64, data: new Float32Array(4096).fill(1) }, 0.5)).toEqual([
      { x: 0, y: 0, w: 1, h: 1, score: 1, area: 1 },
    ])
  })
})
