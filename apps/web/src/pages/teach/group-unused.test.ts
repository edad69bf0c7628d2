import { describe, expect, it } from 'vitest'
import type { Told } from '../../parts/problem-view.tsx'
import { groupUnused } from './group-unused.ts'
import type { Upload } from './upload-queue.ts'

function upload(key: number, state: Upload['state'], error: unknown = null): Upload {
  return { key, file: new File([], `${key}.jpg`), share: 1, state, error }
}

function tell(error: unknown): Told {
  return { title: `it is ${String(error)}`, detail: '', action: '', code: `NABIJ_${String(error)}` }
}

describe('groupUnused', () => {
  it('tells a reason once, with the first files and how many more', () => {
    const uploads = [1, 2, 3, 4, 5].map((key) => upload(key, 'refused', 'HEIC'))
    expect(groupUnused(uploads, tell)).toEqual([{ told: tell('HEIC'), names: ['1.jpg', '2.jpg', '3.jpg'], more: 2 }])
  })

  it('keeps different reasons apart, and what was there already', () => {
    const uploads = [upload(1, 'twice'), upload(2, 'refused', 'PDF'), upload(3, 'twice'), upload(4, 'refused', 'HEIC')]
    expect(groupUnused(uploads, tell).map(({ told, names }) => [told?.code ?? null, names])).toEqual([
      [null, ['1.jpg', '3.jpg']],
      ['NABIJ_PDF', ['2.jpg']],
      ['NABIJ_HEIC', ['4.jpg']],
    ])
  })
})
