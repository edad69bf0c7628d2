import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulatedPhotos } from '@nabij/adapters/camera'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { ended, nabij, type Outcome, shim } from '../support/nabij.ts'
import { until } from '../support/until.ts'

describe('nabij inspection', () => {
  const place = mkdtempSync(join(tmpdir(), 'nabij-inspection-'))
  const folder = (name: string) => join(place, name)
  const recipe = join(place, 'biscuit.onnx')
  let taught: Outcome

  beforeAll(async () => {
    for (const name of ['taught', 'good', 'bad', 'mixed', 'empty', 'outer/inner'])
      mkdirSync(folder(name), { recursive: true })
    const put = (name: string, pictures: Uint8Array[]) => {
      for (const [index, picture] of pictures.entries()) writeFileSync(join(folder(name), `${index + 1}.jpg`), picture)
    }
    put('taught', await biscuitPhotos(5, 1))
    put('good', await biscuitPhotos(4, 2))
    put('bad', await defects(4))
    put('mixed', await biscuitPhotos(2, 3))
    put('outer/inner', await biscuitPhotos(1, 4))
    writeFileSync(join(folder('mixed'), 'broken.jpg'), 'this is no picture')
    writeFileSync(join(folder('mixed'), 'notes.txt'), 'not a picture by name: left alone')
    writeFileSync(join(folder('mixed'), '.hidden.jpg'), 'left alone')
    taught = await nabij(['inspection', 'teach', folder('taught'), '--out', recipe, '--json'])
  }, 120_000)
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it('teaches', () => {
    expect(taught).toMatchObject({ code: 0, err: '' })
    expect(taught.json()).toMatchObject({ recipe, facts: { photos: 5, format: 'nabij-inspection/2' }, unreadable: [] })
  })

  it('runs: one line per picture in order of name, and "no" when one is not good', async () => {
    const outcome = await nabij(['inspection', 'run', recipe, folder('good'), folder('bad'), '--json'])
    const lines = outcome.lines<{
      file: string
      verdict: string
      score: number
      limit: number
      regions: object[]
      ms: object
    }>()
    const names = ['1.jpg', '2.jpg', '3.jpg', '4.jpg']
    expect(lines.map(({ file }) => file)).toEqual([
      ...names.map((name) => join(folder('good'), name)),
      ...names.map((name) => join(folder('bad'), name)),
    ])
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['file', 'verdict', 'score', 'limit', 'regions', 'ms'])
      expect(Object.keys(line.ms)).toEqual(['decode', 'locate', 'model', 'total'])
      expect(line.verdict).toBe(line.score > line.limit ? 'fail' : 'pass')
    }
    expect(lines.some(({ verdict, regions }) => verdict === 'fail' && regions.length > 0)).toBe(true)
    expect(outcome).toMatchObject({ code: 1, err: '' })
  })

  it('tells unreadable files one by one, goes on, and says so in the exit code', async () => {
    const outcome = await nabij(['inspection', 'run', recipe, folder('mixed'), '--json'])
    expect(outcome.code).toBe(2)
    const lines = outcome.lines<{ file: string; error?: { code: string } }>()
    expect(lines.map(({ file, error }) => [file, error?.code])).toEqual([
      [join(folder('mixed'), '1.jpg'), undefined],
      [join(folder('mixed'), '2.jpg'), undefined],
      [join(folder('mixed'), 'broken.jpg'), 'NABIJ_PICTURE_UNKNOWN_TYPE'],
    ])
  })

  it('teaches from what is readable, and says what was not', async () => {
    const out = join(place, 'mixed.onnx')
    const outcome = await nabij(['inspection', 'teach', folder('mixed'), '--out', out, '--json'])
    expect(outcome.code).toBe(2)
    expect(outcome.json()).toMatchObject({
      facts: { photos: 2 },
      unreadable: [{ error: { code: 'NABIJ_PICTURE_UNKNOWN_TYPE' } }],
    })
  })

  it('evaluates, and answers "no" below what was asked', async () => {
    const words = ['inspection', 'evaluate', recipe, '--good', folder('good'), '--bad', folder('bad'), '--json']
    const outcome = await nabij(words)
    expect(outcome).toMatchObject({ code: 0, err: '' })
    const result = outcome.json<{ auroc: number; ms: { p50: number; p95: number } }>()
    expect(result).toMatchObject({
      nGood: 4,
      nBad: 4,
      limit: expect.any(Number),
      falseAlarmRate: expect.any(Number),
      missRate: expect.any(Number),
    })
    expect(result.auroc).toBeGreaterThan(0.6)
    expect(result.ms.p95).toBeGreaterThanOrEqual(result.ms.p50)
    const better = await nabij([...words, '--auroc-at-least', result.auroc < 1 ? '1' : '0.5'])
    expect(better.code).toBe(result.auroc < 1 ? 1 : 0)
  })

  it.each([
    ['an empty folder', () => ['run', recipe, folder('empty')], 'NABIJ_COMMAND_NO_PICTURES'],
    ['pictures only in folders within', () => ['run', recipe, folder('outer')], '--recursive'],
    ['a folder that is not there', () => ['run', recipe, folder('gone')], 'NABIJ_COMMAND_FILE'],
    ['a recipe that is not there', () => ['run', join(place, 'gone.onnx'), folder('good')], 'NABIJ_COMMAND_FILE'],
    ['a picture as recipe', () => ['run', join(folder('good'), '1.jpg'), folder('good')], 'NABIJ_RECIPE_'],
    [
      'no readable photo',
      () => ['teach', join(folder('mixed'), 'broken.jpg'), '--out', join(place, 'x.onnx')],
      'NABIJ_PICTURE_UNKNOWN_TYPE',
    ],
    [
      'a place that is not there',
      () => ['teach', folder('good'), '--out', join(place, 'gone', 'x.onnx')],
      'NABIJ_COMMAND_WRITE',
    ],
    ['a place that is a folder', () => ['teach', folder('good'), '--out', place], 'NABIJ_COMMAND_WRITE'],
  ])('%s is a clear error', async (_name, words, hint) => {
    const { code, out, err } = await nabij(['inspection', ...words()])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(hint)
  })

  it('goes into folders within when it is told to', async () => {
    const outcome = await nabij(['inspection', 'run', recipe, folder('outer'), '--recursive', '--json'])
    expect(outcome.lines<{ file: string }>().map(({ file }) => file)).toEqual([join(folder('outer'), 'inner', '1.jpg')])
  })

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [
      shim,
      'inspection',
      'run',
      recipe,
      folder('good'),
      folder('bad'),
      folder('taught'),
      '--json',
    ])
    const outcome = ended(child)
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await outcome).toMatchObject({ code: 0, err: '' })
  })

  it('writes no colours and no control characters into a pipe', async () => {
    const { out, err } = await nabij(['inspection', 'run', recipe, folder('good')], {
      FORCE_COLOR: '1',
      COLORTERM: 'truecolor',
    })
    const control = (out + err).split('').filter((letter) => letter !== '\n' && (letter < ' ' || letter === '\u007F'))
    expect(control).toEqual([])
    expect(out.trim().split('\n')).toHaveLength(4)
  })

  it('interrupted while it works ends as interrupted, and leaves no half recipe', async () => {
    const out = join(place, 'interrupted.onnx')
    const child = spawn(process.execPath, [shim, 'inspection', 'teach', folder('taught'), folder('good'), '--out', out])
    const outcome = ended(child)
    const executors = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
    await until(executors, () => `${child.exitCode}`)
    child.kill('SIGINT')
    await outcome
    expect(child.signalCode).toBe('SIGINT')
    expect(readdirSync(place).filter((name) => name.startsWith('interrupted'))).toEqual([])
  })
})

/** Biscuits that each have a defect. */
async function defects(count: number): Promise<Uint8Array[]> {
  const program = new URL('../../apps/box/src/camera-main.ts', import.meta.url).pathname
  const source = { kind: 'simulator', scene: 'biscuits', seed: 5, perSecond: 10, defectRate: 1 } as const
  return (await simulatedPhotos({ program, source, count })).map(({ picture }) => picture)
}
