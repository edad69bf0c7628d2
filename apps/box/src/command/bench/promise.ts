import { benchPromise, isKept, promiseTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import { type Run, word } from '../verb.ts'

/** `nabij bench promise` */
export const promise: Run = async (call) => {
  const progress = startProgress(call)
  const { draws, shots } = call.options
  const counts = Array.isArray(shots) ? shots.filter((count): count is number => typeof count === 'number') : []
  const rows = await benchPromise({
    model: call.installation.model,
    ...(call.args[0] === undefined ? {} : { data: word(call, 0) }),
    ...(typeof draws === 'number' ? { draws } : {}),
    ...(counts.length === 0 ? {} : { counts }),
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(rows) : promiseTable(rows, call.language))
  return rows.every(isKept) ? 0 : 1
}
