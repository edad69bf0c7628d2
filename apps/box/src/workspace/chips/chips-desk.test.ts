import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChipFact, KnowledgePack } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallation } from '../../installation.ts'
import { parsed } from '../register/json.ts'
import { type OpenDesk, openDesk } from '../register/testing/open-desk.ts'

const { model, knowledge } = findInstallation()
const onnx = readFileSync(model)

let opened: OpenDesk
beforeAll(async () => {
  opened = await openDesk()
})
afterAll(() => opened.close())

const left = () => readdirSync(join(opened.folder, 'tmp'))

describe('a model that is asked about', () => {
  it('is looked at in a process of its own, by the chips of the pack in use, and is not kept', async () => {
    const { checks } = await opened.desk.checkModel(onnx, { sizes: '1,256,256,3' })
    expect(checks.map(({ chip, answer }) => `${chip.id} ${answer}`)).toEqual([
      'metis partly',
      'hailo-8 unknown',
      'jetson-orin-nano fits',
      'openvino-cpu unknown',
      'openvino-gpu unknown',
      'openvino-npu unknown',
    ])
    expect(left()).toEqual([])
  })

  it('harms nobody when it is none', async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(1000).fill(8), onnx.subarray(0, 500_000)])
      await expect(opened.desk.checkModel(bytes, {})).rejects.toMatchObject({ code: 'NABIJ_MODEL_DAMAGED' })
    await expect(opened.desk.checkModel(onnx, { chip: 'abacus' })).rejects.toMatchObject({
      code: 'NABIJ_CHIP_UNKNOWN',
      params: { id: 'abacus', known: expect.stringContaining('metis') },
    })
    expect(left()).toEqual([])
  })
})

describe('what there is to follow', () => {
  const facts = async () =>
    parsed<{ facts: ChipFact[]; since: { version: string } | null; changes: { change: string; fact: ChipFact }[] }>(
      await opened.desk.chipFacts(),
    )

  it('has changed since another pack was put in use', async () => {
    const before = await facts()
    expect([before.since, before.changes]).toEqual([null, []])
    const pack = JSON.parse(readFileSync(knowledge, 'utf8')) as KnowledgePack
    const [first, second, ...rest] = pack.chipFacts
    if (!first || !second) throw new Error('no facts')
    const told = { ...second, text: { nl: 'Anders.', en: 'Otherwise.' } }
    const newer = { ...pack, version: '2099.1.1', chipFacts: [told, { ...first, id: 'brand-new' }, ...rest] }
    writeFileSync(join(opened.folder, 'newer.json'), JSON.stringify(newer))
    const bytes = (async function* () {
      yield readFileSync(join(opened.folder, 'newer.json'))
    })()
    await opened.desk.updateKnowledge(bytes, { preview: false })
    const after = await facts()
    expect(after.since?.version).toBe(pack.version)
    expect(after.changes.map(({ change, fact }) => `${change} ${fact.id}`)).toEqual([
      `changed ${second.id}`,
      'new brand-new',
      `gone ${first.id}`,
    ])
  })
})
