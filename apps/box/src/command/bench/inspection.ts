import { benchQuality, type QualityBench, qualityTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import type { Run } from '../verb.ts'
import { setsOf } from './sets.ts'

/** `nabij bench inspection` */
export const inspection: Run = async (call) => {
  const sets = await setsOf(call)
  const { executorProgram, model } = call.installation
  const { shots, seeds } = call.options
  const progress = startProgress(call)
  const result = await benchQuality({
    sets,
    shots: Array.isArray(shots) ? shots : [20],
    seeds: typeof seeds === 'number' ? seeds : 3,
    program: executorProgram,
    model,
    signal: call.signal,
    onProgress: (done, total, set) => progress.show(set, done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : qualityTable(result, call.language))
  return asAsked(result) ? 0 : 1
}

/** What is asked of a set is asked with twenty photos; the controls hold for each. */
function asAsked({ rows, controls }: QualityBench): boolean {
  const reached = rows.every(({ shots, asked, auroc }) => asked === null || shots !== 20 || auroc.mean >= asked)
  return (
    reached &&
    controls.every(
      (each) => Math.abs(each.shuffled - 0.5) <= 0.05 && Math.abs(each.encodedAlike - each.asTheyAre) <= 0.02,
    )
  )
}
