import { benchStorage, storageTable } from '@nabij/bench'
import { startProgress } from '../progress.ts'
import type { Run } from '../verb.ts'

/** No query may hold up the server's thread longer than this, 99 of 100 times. Milliseconds. */
const allowed = 20

/** `nabij bench storage` */
export const storage: Run = async (call) => {
  const given = call.options['verdicts']
  const verdicts = typeof given === 'number' ? given : 1_000_000
  const progress = startProgress(call)
  const result = await benchStorage({
    verdicts,
    seconds: 20,
    onProgress: (stored) => progress.show(call.say('vullen', 'filling'), stored, verdicts),
  })
  progress.end()
  call.terminal.print(call.json ? JSON.stringify(result) : storageTable(result, call.language))
  return result.loaded.p99 <= allowed ? 0 : 1
}
