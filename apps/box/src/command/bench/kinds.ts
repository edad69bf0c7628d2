import { benchKinds, kindsTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import { type Run, word } from '../verb.ts'

/** Share of biscuits' defects that must get the right name, and how far its confidence may be from it. */
const asked = { right: 0.9, apart: 0.15 }

/** `nabij bench kinds` */
export const kinds: Run = async (call) => {
  const progress = startProgress(call)
  const { draws } = call.options
  const rows = await benchKinds({
    model: call.installation.model,
    ...(call.args[0] === undefined ? {} : { data: word(call, 0) }),
    ...(typeof draws === 'number' ? { draws } : {}),
    signal: call.signal,
    onProgress: (done, total) => progress.show(call.say('meten', 'measuring'), done, total),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(rows) : kindsTable(rows, call.language))
  const ours = rows.filter(({ set }) => set.startsWith('biscuits'))
  return ours.every(({ right, confidence }) => right >= asked.right && right - confidence <= asked.apart) ? 0 : 1
}
