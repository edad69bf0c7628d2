import { simulatedPhotos } from '@nabij/adapters/camera'
import { benchInspection, inspectionTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import type { Run } from '../verb.ts'

/** `nabij bench inspection`: on pictures of the biscuit line, the same each time. */
export const inspection: Run = async (call) => {
  const { executorProgram, cameraProgram, model } = call.installation
  const source = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 10, defectRate: 0 } as const
  const photos = await simulatedPhotos({ program: cameraProgram, source, count: 40 })
  const progress = startProgress(call)
  const { rounds } = call.options
  const result = await benchInspection({
    pictures: photos.map(({ picture }) => picture),
    teach: 20,
    program: executorProgram,
    model,
    ...(typeof rounds === 'number' ? { rounds } : {}),
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : inspectionTable(result, call.language))
  return result.distance.kept && result.throughput.kept ? 0 : 1
}
