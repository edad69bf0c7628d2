import { NabijError } from '@nabij/base'
import { accuracyTable, benchAccuracy, labelledFolders } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import { type Run, word } from '../verb.ts'

/** `nabij bench accuracy` */
export const accuracy: Run = async (call) => {
  const data = word(call, 0)
  const progress = startProgress(call)
  const { draws, taught } = call.options
  const rows = await benchAccuracy({
    data,
    model: call.installation.model,
    ...(typeof draws === 'number' ? { draws } : {}),
    ...(typeof taught === 'number' ? { taught } : {}),
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  if (rows.length === 0) {
    const folders = labelledFolders.join(', ')
    const reason = call.say(`in ${data} staat geen van ${folders}`, `${data} holds none of ${folders}`)
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'bench/README.md' })
  }
  call.terminal.print(call.json ? JSON.stringify(rows) : accuracyTable(rows, call.language))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return rows.every(({ asked, draws }) => asked === null || mean(draws.map(({ auroc }) => auroc)) >= asked) ? 0 : 1
}
