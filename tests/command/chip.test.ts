import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChipChecks, ChipNeed } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'

const { root, remove } = temporaryRoot()
afterAll(remove)
const run = (...words: string[]) => nabij(['chip', ...words, '--data', root, '--lang', 'en'])
const recipe = join(root, 'biscuit.onnx')

describe('chips from a shell', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    mkdirSync(join(root, 'good'), { recursive: true })
    for (const [n, picture] of (await biscuitPhotos(5, 1)).entries())
      writeFileSync(join(root, 'good', `${n}.jpg`), picture)
    await nabij(['inspection', 'teach', join(root, 'good'), '--out', recipe])
  }, 120_000)

  it('says of a taught recipe how much of it Metis would run, and where it is to be cut', async () => {
    const { code, out } = await run('check', recipe, '--chip', 'metis', '--json')
    const { model, checks } = JSON.parse(out) as ChipChecks
    expect(code).toBe(0)
    expect(model.inputs).toEqual([{ name: 'pixels', type: 'uint8', dims: [1, 256, 256, 3] }])
    expect(checks).toMatchObject([{ answer: 'partly', parts: { before: 4 } }])
    expect(checks[0]?.share).toBeGreaterThan(0.6)
    const wrong = checks[0]?.points.filter(({ answer }) => answer === 'partly').map(({ operator }) => operator)
    expect(wrong).toEqual(expect.arrayContaining(['Cast', 'TopK', 'ReduceMax', 'AveragePool', 'Transpose']))
  })

  it('says the same in words, of all chips, with what nobody documents', async () => {
    const { code, out } = await run('check', recipe)
    expect(code).toBe(0)
    expect(out).toMatch(/Fits Axelera Metis in part: \d+ % of the work/)
    expect(out).toContain('Of Hailo-8 it was read nowhere which operators it runs.')
    expect(out).toContain('Fits NVIDIA Jetson Orin Nano')
    expect(out).toContain('not how fast it is')
  })

  it('answers no, or that something is wrong, with its code', async () => {
    expect((await run('check', recipe, '--chip', 'hailo-8')).code).toBe(1)
    writeFileSync(join(root, 'text.onnx'), 'this is no model')
    expect(await run('check', join(root, 'text.onnx'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('NABIJ_MODEL_DAMAGED'),
    })
    expect(await run('check', recipe, '--chip', 'abacus')).toMatchObject({
      code: 2,
      err: expect.stringContaining('metis'),
    })
    expect((await run('check', join(root, 'none.onnx'))).code).toBe(2)
    expect((await run('check', recipe, '--size', '1,x')).code).toBe(2)
  })

  it('makes a recipe of whole numbers that judges, and keeps the one that was', async () => {
    const out = join(root, 'whole.onnx')
    const words = ['inspection', 'quantise', recipe, '--photos', join(root, 'good'), '--out', out, '--lang', 'en']
    const { code, out: said } = await nabij([...words, '--json'])
    const { flipped, pictures, before, after } = JSON.parse(said) as Record<string, number> &
      Record<'before' | 'after', { bytes: number; least: number }>
    expect([code, flipped, pictures]).toEqual([0, 0, 5])
    expect(after.bytes).toBeLessThan(before.bytes - 8_000_000)
    expect((await nabij(['inspection', 'run', out, join(root, 'good')])).code).toBe(0)
    expect((await nabij([...words.slice(0, 5), '--out', recipe])).code).toBe(2)
    const { checks } = JSON.parse((await run('check', out, '--chip', 'metis', '--json')).out) as ChipChecks
    expect(checks[0]?.points.find(({ about }) => about === 'precision')?.answer).toBe('fits')
  })

  it('says whether a chip is needed from what somebody measured', async () => {
    const asked = async (...words: string[]) => {
      const { code, out } = await run('need', ...words, '--json')
      return { code, need: JSON.parse(out) as ChipNeed }
    }
    const no = await asked('--ms', '41', '--model', '33', '--wanted', '2')
    expect([no.code, no.need.answer, no.need.options]).toEqual([0, 'no', []])
    expect(no.need.sentence.en).toBe('No. This processor does 24 a second with one core, and you need 2.')
    const yes = await asked('--ms', '41', '--model', '33', '--wanted', '60')
    expect([yes.code, yes.need.answer]).toEqual([1, 'yes'])
    expect(yes.need.options[0]).toMatchObject({
      chip: { id: 'metis' },
      prices: [{ amount: '221', currency: 'EUR', checkedOn: '2026-08-31', status: 'reported' }, {}, { amount: null }],
    })
    expect((await asked('--ms', '41', '--model', '10', '--wanted', '60')).need.answer).toBe('no-help')
    expect((await run('need')).code).toBe(2)
  })
})
