import { dirname, join } from 'node:path'
import { simulatedPhotos } from '@nabij/adapters/camera'
import { benchDialects, dialectsTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import type { Run } from '../verb.ts'

/** What a dialect may add to the way to a station, in milliseconds. */
const askedMs = 2

/** `nabij bench dialects`: on pictures of the biscuit line, the same each time; one in ten is bad. */
export const dialects: Run = async (call) => {
  const { commandProgram, cameraProgram, peer } = call.installation
  const photos = async (seed: number, defectRate: number) => {
    const source = { kind: 'simulator', scene: 'biscuits', seed, perSecond: 10, defectRate } as const
    return (await simulatedPhotos({ program: cameraProgram, source, count: 20 })).map(({ picture }) => picture)
  }
  const progress = startProgress(call)
  const { rounds } = call.options
  const result = await benchDialects({
    command: commandProgram,
    teach: await photos(1, 0),
    pictures: await photos(2, 0.1),
    ...(typeof rounds === 'number' ? { rounds } : {}),
    ...(call.options['alone'] === true ? {} : { peers: { folder: dirname(peer), cache: join(call.root, 'bench') } }),
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : dialectsTable(result, call.language))
  return result.rows.every(({ over }) => over === null || over.p50 <= askedMs) ? 0 : 1
}
