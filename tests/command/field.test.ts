import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { createStation } from '../support/client.ts'
import { nabij } from '../support/nabij.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'

describe('what a technician needs from a shell', () => {
  const { root, remove } = temporaryRoot()
  let box: RunningBox
  let receiver: Receiver
  const run = (...words: string[]) => nabij([...words, '--data', root, '--lang', 'en'])

  beforeAll(async () => {
    box = await startBox(root)
    receiver = await startReceiver()
    await createStation(box.address, 'Press 2')
  })
  afterAll(async () => {
    await box.stop()
    await receiver.stop()
    remove()
  })

  it('an output is added, tried, listed and removed; its secret is told once', async () => {
    const added = await run('output', 'add', 'Press 2', receiver.address, '--on', 'fail,alarm')
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out).toMatch(/whsec_/)
    expect(await run('output', 'try', 'Press 2', receiver.address)).toMatchObject({ code: 0, err: '' })
    expect(receiver.received).toHaveLength(1)
    const listed = await run('output', 'list', 'Press 2')
    expect(listed.out).toContain(receiver.address)
    expect(listed.out).not.toContain('whsec_')
    expect((await run('output', 'remove', 'Press 2', receiver.address)).code).toBe(0)
    const gone = await run('output', 'remove', 'Press 2', receiver.address)
    expect(gone.code).toBe(2)
    expect(gone.err).toContain('NABIJ_COMMAND_USE')
  })

  it('says what is wrong with an output', async () => {
    const topicless = await run('output', 'add', 'Press 2', 'mqtt://localhost')
    expect([topicless.code, topicless.err]).toEqual([2, expect.stringContaining('--topic')])
    const nowhere = await run('output', 'add', 'Press 2', 'https://x.example/', '--on', 'sometimes')
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('NABIJ_INVALID_INPUT')])
  })

  it('verdicts and pictures are saved as the name of the file says, or not at all', async () => {
    const table = join(root, 'verdicts.csv')
    expect((await run('station', 'export', 'Press 2', table, '--from', '2026-11-01')).code).toBe(0)
    expect(readFileSync(table, 'utf8')).toMatch(/^\ufeffseq,id,recordedAt/)
    const document = join(root, 'verdicts.json')
    expect((await run('station', 'export', 'Press 2', document)).code).toBe(0)
    expect(JSON.parse(readFileSync(document, 'utf8'))).toMatchObject({ verdicts: [] })
    const pictures = join(root, 'pictures.zip')
    expect((await run('station', 'export', 'Press 2', pictures)).code).toBe(0)
    expect(readFileSync(pictures).subarray(0, 2).toString()).toBe('PK')
    for (const words of [['verdicts.xls'], ['v.csv', '--from', 'yesterday'], ['v.csv', '--from', '2026-13-01']])
      expect((await run('station', 'export', 'Press 2', ...words)).code).toBe(2)
  })

  it('a word about a verdict that is not there, and a word that is none, are refused', async () => {
    const unknown = await run('station', 'feedback', newId(), 'good')
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('NABIJ_NOT_FOUND')])
    const wordless = await run('station', 'feedback', newId(), 'perhaps')
    expect([wordless.code, wordless.err]).toEqual([2, expect.stringContaining('good or bad')])
    const nothing = await run('station', 'undo', 'Press 2')
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('nothing that can be taken back')])
  })

  it('a product that is not there is no product', async () => {
    const wrong = await run('station', 'teach', 'Press 2', '--product', 'Bracket')
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no product called: Bracket')])
  })
})
