import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { photoShow } from './photo-show.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nabij-show-'))
  const show = ['a', 'b', 'c', 'd'].map((file) => ({ file, defect: file < 'c' ? null : 'cracked', regions: [] }))
  await writeFile(join(folder, 'photos.json'), JSON.stringify({ teach: [], show }))
  for (const { file } of show) await writeFile(join(folder, file), `photo ${file}`)
})
afterEach(() => rm(folder, { recursive: true }))

/** 0, 0.1, 0.2 … 0.9, and again. */
function counting(): () => number {
  let n = 0
  return () => (n++ % 10) / 10
}

async function names(options: { defectRate?: number; from?: number }, count: number): Promise<(string | null)[]> {
  const show = await photoShow({ folder, defectRate: 0.5, random: counting(), from: 0, ...options })
  const shown: (string | null)[] = []
  for (let n = 0; n < count; n++) shown.push((await show.next()).name)
  return shown
}

describe('a photo show', () => {
  it('shows each photo before it shows one again', async () => {
    const good = await names({ defectRate: 0 }, 6)
    for (const round of [0, 2, 4]) expect(good.slice(round, round + 2).sort()).toEqual(['a', 'b'])
    expect((await names({ defectRate: 1 }, 2)).sort()).toEqual(['c', 'd'])
  })

  it('goes on where another ended', async () => {
    expect(await names({ from: 3 }, 5)).toEqual((await names({}, 8)).slice(3))
  })

  it('gives the bytes with the truth', async () => {
    const show = await photoShow({ folder, defectRate: 1, random: () => 0, from: 0 })
    const { picture, truth, name } = await show.next()
    expect(new TextDecoder().decode(picture)).toBe('photo c')
    expect({ truth, name }).toEqual({ truth: { defect: 'cracked', regions: [] }, name: 'c' })
  })

  it('names what is missing: the list, a photo, photos of a kind', async () => {
    const options = { folder, defectRate: 0, random: () => 0, from: 0 }
    const damaged = (file: string) => expect.objectContaining({ code: 'NABIJ_SAMPLE_DAMAGED', params: { file } })
    await rm(join(folder, 'a'))
    const show = await photoShow(options)
    await expect(show.next()).rejects.toEqual(damaged('a'))
    await expect(photoShow({ ...options, folder: '/nowhere' })).rejects.toEqual(damaged('photos.json'))
    await writeFile(join(folder, 'photos.json'), '{"show": [{"file": 3}]}')
    await expect(photoShow(options)).rejects.toEqual(damaged('photos.json'))
    await writeFile(join(folder, 'photos.json'), '{"show": []}')
    await expect((await photoShow(options)).next()).rejects.toEqual(damaged('photos.json'))
  })

  it('never leaves its folder', async () => {
    const show = [{ file: '../../a', defect: null, regions: [] }]
    await writeFile(join(folder, 'photos.json'), JSON.stringify({ show }))
    const shown = await photoShow({ folder, defectRate: 0, random: () => 0, from: 0 })
    expect((await shown.next()).name).toBe('a')
  })
})
