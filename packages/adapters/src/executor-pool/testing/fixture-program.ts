import { writeFileSync, writeSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { NabijError, type RecipeFacts } from '@nabij/base'
import { serve } from '../serve.ts'

/** A child without vision: the "picture" is a word that says how it shall behave. */
serve({
  async inspect(recipe, picture) {
    const word = new TextDecoder().decode(picture)
    await behave(word)
    const ms = { decode: 1, model: 2, total: 3 }
    // The width tells which process answered.
    return {
      score: 0.5,
      regions: [],
      width: process.pid,
      height: picture.length,
      map: new TextEncoder().encode(recipe.sha256),
      ms,
    }
  },
  async examine(picture) {
    await behave(new TextDecoder().decode(picture.subarray(0, 100)))
    return { format: 'word', width: process.pid, height: picture.length }
  },
  async teach(photos, out, onProgress) {
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
})

const facts: RecipeFacts = {
  format: 'nabij-inspection/1',
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
}

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
