import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { nabij } from '../support/nabij.ts'

describe('nabij bench inspection on folders given by hand', () => {
  const place = mkdtempSync(join(tmpdir(), 'nabij-bench-given-'))
  const folder = (name: string) => join(place, name)
  const set = folder('a set & more')
  const [teach, good, bad] = [join(set, 'te leren'), join(set, 'good'), join(set, 'bad')]
  const given = (options: Record<string, string | undefined>) =>
    nabij(['bench', 'inspection', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value ?? ''])])

  beforeAll(async () => {
    for (const name of ['te leren', 'good', 'bad/krás']) mkdirSync(join(set, name), { recursive: true })
    mkdirSync(folder('empty'))
    mkdirSync(folder('masks'))
    const [one = '', two = '', three = ''] = await biscuitPhotos(3)
    writeFileSync(join(set, 'te leren', '1.JPG'), one)
    writeFileSync(join(set, 'good', '1.jpg'), two)
    writeFileSync(join(set, 'bad/krás', "d'ieper.jpg"), three)
    writeFileSync(join(folder('masks'), 'other.png'), three)
  }, 60_000)
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it('says what is wrong with a folder', async () => {
    const none = await given({ teach: folder('nowhere'), good, bad })
    expect(none).toMatchObject({ code: 2 })
    expect(none.err).toContain('NABIJ_COMMAND_FILE')
    const empty = await given({ teach: folder('empty'), good, bad })
    expect(empty).toMatchObject({ code: 2 })
    expect(empty.err).toContain('NABIJ_COMMAND_NO_PICTURES')
  })

  it('measures no picture that was taught', async () => {
    const { code, err } = await given({ teach: set, good, bad })
    expect(code).toBe(2)
    expect(err).toContain(join(good, '1.jpg'))
    expect(err).toMatch(/--teach.*--good/)
  })

  it('does not leave masks out in silence', async () => {
    const other = await given({ teach, good, bad, masks: folder('masks') })
    expect(other).toMatchObject({ code: 2 })
    expect(other.err).toContain(folder('masks'))
    const alone = await given({ masks: folder('masks') })
    expect(alone).toMatchObject({ code: 2 })
    expect(alone.err).toContain('--teach, --good')
  })
})
