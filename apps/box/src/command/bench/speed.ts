import { simulatedPhotos } from '@nabij/adapters/camera'
import { benchSpeed, speedTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import type { Run } from '../verb.ts'

/** `nabij bench speed`: on pictures of the biscuit line, the same each time. */
export const speed: Run = async (call) => {
  const { executorProgram, cameraProgram, model } = call.installation
  const source = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 10, defectRate: 0 } as const
  const photos = await simulatedPhotos({ program: cameraProgram, source, count: 40 })
  const progress = startProgress(call)
  const { rounds } = call.options
  const result = await benchSpeed({
    pictures: photos.map(({ picture }) => picture),
    teach: 20,
    program: executorProgram,
    model,
    ...(typeof rounds === 'number' ? { rounds } : {}),
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : speedTable(result, call.language))
  return result.distance.kept && result.throughput.kept ? 0 : 1
}
