import type { Photo } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { compareSizes } from './sizes.ts'

function photo(id: string, width: number, height: number): Photo {
  return { id, width, height } as Photo
}

describe('compareSizes', () => {
  it('finds the photos of another size than most', () => {
    const found = compareSizes([photo('a', 640, 480), photo('b', 480, 640), photo('c', 640, 480)])
    expect(found?.usual).toEqual({ width: 640, height: 480 })
    expect(found?.others.map(({ id }) => id)).toEqual(['b'])
  })

  it('says nothing about no photos', () => {
    expect(compareSizes([])).toBeNull()
  })
})
