import { describe, expect, it } from 'vitest'
import { turned } from './turned.ts'

const width = 9
const picture = {
  width,
  height: width,
  data: Uint8Array.from({ length: width * width * 3 }, (_, n) =>
    Math.floor(n / 3) === 1 * width + 4 ? 255 : 20 + (n % 3),
  ),
}
const at = (data: Uint8Array, x: number, y: number) => data[(y * width + x) * 3]

describe('turned', () => {
  it('moves what is above the centre to its side, below, and back', () => {
    expect(at(turned(picture, 90).data, 7, 4)).toBe(255)
    expect(at(turned(picture, 180).data, 4, 7)).toBe(255)
    expect(at(turned(picture, 270).data, 1, 4)).toBe(255)
    expect(turned(picture, 360).data).toEqual(picture.data)
    expect(turned(turned(picture, 90), 270).data).toEqual(picture.data)
  })

  it('repeats the border where the picture ends', () => {
    const plain = { width, height: width, data: new Uint8Array(width * width * 3).fill(99) }
    expect([...new Set(turned(plain, 30).data)]).toEqual([99])
  })
})
