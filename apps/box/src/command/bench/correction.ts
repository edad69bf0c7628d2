import { simulatedPhotos } from '@nabij/adapters/camera'
import { benchCorrection, correctionTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import type { Run } from '../verb.ts'

/** `nabij bench correction`: biscuits that are simulated, four of five good. */
export const correction: Run = async (call) => {
  const { executorProgram, cameraProgram, model } = call.installation
  const marked = typeof call.options['marked'] === 'number' ? call.options['marked'] : 300
  const count = Math.round(marked * 0.8)
  const photos = async (defectRate: number, seed: number, n: number) => {
    const source = { kind: 'simulator', scene: 'biscuits', seed, perSecond: 10, defectRate } as const
    return (await simulatedPhotos({ program: cameraProgram, source, count: n })).map(({ picture }) => picture)
  }
  const progress = startProgress(call)
  const result = await benchCorrection({
    good: await photos(0, 1, count),
    bad: await photos(1, 2, marked - count),
    teach: Math.round(count * 0.8),
    program: executorProgram,
    model,
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : correctionTable(result, call.language))
  return result.total.kept ? 0 : 1
}
