import { writeFileSync, writeSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { NabijError, RecipeFacts } from '@nabij/base'
import { serve } from '../serve.ts'

const look = { brightness: 0.5, contrast: 0.2, sharpness: 0.3 }

/** A child without vision: the "picture" is a word that says how it shall behave. */
serve({
  async inspect(recipe, picture) {
    const word = new TextDecoder().decode(picture)
    await behave(word)
    const ms = { decode: 1, locate: 0, model: 2, total: 3 }
    // The width tells which process answered.
    return {
      score: 0.5,
      regions: [],
      parts: [],
      layers: { local: 1, semantic: null },
      kind: null,
      look,
      width: process.pid,
      height: picture.length,
      map: new TextEncoder().encode(recipe.sha256),
      thumb: new TextEncoder().encode('small'),
      ms,
    }
  },
  async examine(picture) {
    await behave(new TextDecoder().decode(picture.subarray(0, 100)))
    return { format: 'word', width: process.pid, height: picture.length, look: { ...look, clipped: 0, hash: '' } }
  },
  async teach({ photos }, out, onProgress) {
    for (const [done, { path }] of photos.entries()) {
      onProgress({ step: 'reading', done, total: photos.length })
      writeFileSync(out, `${path === 'pid' ? process.pid : path}\n`, { flag: 'a' })
      await behave(path)
    }
    return facts
  },
  readRecipe: async (path) => {
    await behave(path)
    return facts
  },
  async correct({ base, corrections, marked }) {
    for (const { path } of corrections) await behave(path)
    const file = `${process.argv[3]}/corrected`
    writeFileSync(file, [base.sha256, ...corrections.map(({ path }) => path)].join('\n'))
    return { facts, checked: marked.map(({ id }) => ({ id, score: 0.25 })), file }
  },
  async check(_recipe, photos) {
    for (const { path } of photos) await behave(path)
    return photos.map(({ id }) => ({ id, score: null }))
  },
  async nearest(_recipe, picture, photos) {
    await behave(new TextDecoder().decode(picture))
    return photos.slice(0, 3).map(({ id }, distance) => ({ id, distance }))
  },
  thumb: async (picture) => picture,
  async codes(picture) {
    await behave(new TextDecoder().decode(picture))
    return [`${process.pid}`]
  },
  async readModel({ path }) {
    await behave(path)
    return {
      family: 'unknown',
      inputs: [{ name: 'x', type: 'float32', dims: [1] }],
      outputs: [{ name: 'y', type: 'float32', dims: [1] }],
      opset: process.pid,
      work: 1,
      settings: null,
      reasons: [],
    }
  },
  async recognise(_model, _settings, picture) {
    await behave(new TextDecoder().decode(picture))
    return { labels: [], width: process.pid, height: picture.length, ms: { decode: 1, model: 2, total: 3 } }
  },
  async infer({ path }, inputs) {
    await behave(path)
    return inputs
  },
})

const facts: RecipeFacts = RecipeFacts.parse({
  format: 'nabij-inspection/2',
  size: 256,
  mode: 'still',
  photos: 1,
  rows: { local: 1, semantic: 1 },
  limit: 0.5,
  mapLimit: 0.5,
  goodScores: [0.1],
  oddOnes: [],
  promise: null,
  next: null,
  model: { name: 'fixture', sha256: '' },
})

async function behave(word: string): Promise<void> {
  if (word === 'crash') process.kill(process.pid, 'SIGSEGV')
  if (word === 'exit') process.exit(0)
  if (word === 'never') await new Promise(() => undefined)
  if (word === 'spin') for (;;);
  if (word === 'garbage') writeSync(3, Buffer.alloc(64, 255))
  if (word === 'nonsense') writeSync(3, frame('{"type":"sing"}'))
  if (word === 'no answer') writeSync(3, frame('{"type":"done","id":0,"result":{"format":1}}'))
  if (word === 'grow') for (const hoard: Buffer[] = []; ; await sleep(1)) hoard.push(Buffer.alloc(16 * 1024 * 1024, 1))
  if (word === 'bad') throw new NabijError('NABIJ_INVALID_INPUT', { where: 'picture', rule: 'it is bad' })
  if (word === 'connect') connect(9, '127.0.0.1')
  if (word === 'write') writeFileSync('/tmp/nabij-must-not-write', '')
  if (word === 'slow') await sleep(30)
}

function frame(json: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(json.length, 0)
  head.writeUInt32LE(json.length, 4)
  return Buffer.concat([head, Buffer.from(json)])
}
