import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishInterruptedSwap, pruneKept, replaceFolder, unpackedName } from './swap.ts'

describe('putting one folder in the place of another', () => {
  let root: string
  const own = () => join(root, 'own')
  const fresh = () => join(root, unpackedName('1'))
  const content = (folder: string) => readFileSync(join(folder, 'what'), 'utf8')
  const make = (folder: string, what: string) => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'what'), what)
  }
  const now = Date.UTC(2026, 10, 25, 8, 35, 15)
  const kept = () => `${own()}.before-restore-20261125T083515Z`

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'nabij-swap-'))
    make(own(), 'old')
    make(fresh(), 'new')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('keeps what was there', async () => {
    const seen: string[] = []
    const name = await replaceFolder(own(), fresh(), now, async () => void seen.push(content(own())))
    expect(seen).toEqual(['new'])
    expect(name).toBe(kept())
    expect(content(kept())).toBe('old')
    expect(existsSync(fresh())).toBe(false)
  })

  it('twice within a second keeps both', async () => {
    await replaceFolder(own(), fresh(), now, async () => undefined)
    make(fresh(), 'newer')
    const second = await replaceFolder(own(), fresh(), now, async () => undefined)
    expect([content(kept()), content(second ?? ''), content(own())]).toEqual(['old', 'new', 'newer'])
  })

  it('many times keeps the two newest, and what is not its own', async () => {
    make(join(root, 'sample'), 'sample')
    make(join(root, 'own.before-restor'), 'foreign')
    for (let n = 0; n < 4; n++) {
      await replaceFolder(own(), fresh(), now + n * 60_000, async () => undefined)
      make(fresh(), `newer ${n}`)
      await pruneKept(own())
    }
    const names = readdirSync(root).filter((name) => name.includes('before'))
    expect(names.sort()).toEqual([
      'own.before-restor',
      'own.before-restore-20261125T083715Z',
      'own.before-restore-20261125T083815Z',
    ])
    expect(content(own())).toBe('newer 2')
  })

  it('makes an empty one where nothing was and the new one cannot be opened', async () => {
    rmSync(own(), { recursive: true })
    const seen: boolean[] = []
    const open = async () => {
      seen.push(existsSync(own()))
      if (seen.length === 1) throw new Error('unreadable')
    }
    await expect(replaceFolder(own(), fresh(), now, open)).rejects.toThrow('unreadable')
    expect(seen).toEqual([true, false])
    expect(readdirSync(root)).toEqual([])
  })

  it('puts the old one back when the new one cannot be opened', async () => {
    const seen: string[] = []
    const open = async () => {
      seen.push(content(own()))
      if (content(own()) === 'new') throw new Error('unreadable')
    }
    await expect(replaceFolder(own(), fresh(), now, open)).rejects.toThrow('unreadable')
    expect(seen).toEqual(['new', 'old'])
    expect(readdirSync(root)).toEqual(['own'])
  })

  it('works where nothing was', async () => {
    rmSync(own(), { recursive: true })
    expect(await replaceFolder(own(), fresh(), now, async () => undefined)).toBeNull()
    expect(content(own())).toBe('new')
  })

  it('killed half-way has not happened: the old one is there at the next start', async () => {
    make(kept(), 'old')
    rmSync(own(), { recursive: true })
    await finishInterruptedSwap(own())
    expect(content(own())).toBe('old')
    expect(readdirSync(root)).toEqual(['own'])
  })

  it('killed while unpacking leaves no half folder at the next start', async () => {
    make(`${fresh()}.unpacking-2`, 'half')
    await finishInterruptedSwap(own())
    expect(content(own())).toBe('old')
    expect(readdirSync(root)).toEqual(['own'])
  })

  it('is left alone when it was finished', async () => {
    await replaceFolder(own(), fresh(), now, async () => undefined)
    await finishInterruptedSwap(own())
    expect(readdirSync(root).sort()).toEqual(['own', 'own.before-restore-20261125T083515Z'])
  })
})
