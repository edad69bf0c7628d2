import { join } from 'node:path'
import { benchPeers, peersTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import { optionText, type Run } from '../verb.ts'
import { setsOf } from './sets.ts'

/** How many times as fast as anomalib nabij must be on the same processor. */
const asked = { torch: 4, openvino: 1.3, throughput: 1.5 }

/** `nabij bench peers` */
export const peers: Run = async (call) => {
  const sets = await setsOf(call)
  const { executorProgram, model, peer } = call.installation
  const { taught } = call.options
  const python = optionText(call, 'python')
  const progress = startProgress(call)
  const result = await benchPeers({
    sets,
    shots: typeof taught === 'number' ? taught : 20,
    program: executorProgram,
    model,
    peer,
    ...(python === undefined ? {} : { python }),
    cache: join(call.root, 'bench'),
    signal: call.signal,
    onProgress: (done, total, set) => progress.show(set, done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : peersTable(result, call.language))
  const kept = result.rows.every(
    ({ faster, perSecond }) =>
      faster.torch >= asked.torch &&
      faster.openvino >= asked.openvino &&
      perSecond.nabij / perSecond.openvino >= asked.throughput,
  )
  return kept ? 0 : 1
}
