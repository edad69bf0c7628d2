import { describe, expect, it } from 'vitest'
import { defectKinds } from './defects/index.ts'
import { defectOf, drawPart } from './part.ts'
import { viewOf } from './view.ts'

const view = viewOf(320, 240)

describe.each(defectKinds)('a biscuit with: %s', (kind) => {
  it.each([1, 2, 3, 4, 5])('differs from the good one inside its box, and hardly elsewhere (part %i)', (index) => {
    const good = drawPart(view, 42, index, null)
    const bad = drawPart(view, 42, index, kind)
    const box = bad.regions[0]
    if (!box) throw new Error('no region')
    let inside = 0
    let strongest = 0
    let outside = 0
    for (let at = 0; at < good.picture.data.length; at++) {
      const changed = Math.abs((good.picture.data[at] ?? 0) - (bad.picture.data[at] ?? 0))
      strongest = Math.max(strongest, changed)
      const x = (Math.floor(at / 3) % view.width) / view.width
      const y = Math.floor(at / 3 / view.width) / view.height
      if (x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h) inside += changed
      else outside += changed
    }
    // Beside it only its shadow, and the crumbs along a break.
    expect(outside / inside).toBeLessThan(kind === 'hair' ? 0.35 : 0.2)
    // It is there for a person to see.
    expect(strongest).toBeGreaterThan(40)
  })
})

describe('drawPart', () => {
  it('is not moved by light or place further than a person would let through', () => {
    const means = Array.from({ length: 40 }, (_, n) => {
      const { data } = drawPart(viewOf(96, 72), 5, n * 37, null).picture
      return data.reduce((sum, value) => sum + value, 0) / data.length
    })
    const [least, most] = [Math.min(...means), Math.max(...means)]
    expect(most - least).toBeGreaterThan(1)
    expect(most / least).toBeLessThan(1.15)
  })

  it('keeps a bad part bad when more defects are asked for', () => {
    const parts = Array.from({ length: 300 }, (_, index) => index).filter((index) => defectOf(9, index, 0.1))
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.map((index) => defectOf(9, index, 0.4))).toEqual(parts.map((index) => defectOf(9, index, 0.1)))
  })
})
