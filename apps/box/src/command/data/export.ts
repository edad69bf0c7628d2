import { resolve } from 'node:path'
import { exportAll } from '@nabij/adapters/data-folder'
import { copyDatabase } from '@nabij/adapters/sqlite'
import { startProgress } from '../progress.ts'
import { type Run, word } from '../verb.ts'
import { ownFolderOf } from './own-folder.ts'

/** `nabij export DIR`: reads beside a box that runs. */
export const exportData: Run = async (call) => {
  const dir = resolve(word(call, 0))
  const progress = startProgress(call)
  const counts = await exportAll(ownFolderOf(call.root), dir, {
    copyDatabase: (path, copy) => copyDatabase(path, copy),
    onProgress: ({ done, total }) => progress.show(call.say('wegschrijven', 'writing'), done, total),
    signal: call.signal,
  })
  progress.end()
  if (call.json) call.terminal.print(JSON.stringify({ folder: dir, ...counts }))
  else {
    const { stations, recipes, photos, verdicts, pictures, missing } = counts
    call.terminal.print(
      call.say(
        `Weggeschreven in ${dir}: ${stations} stations, ${recipes} recepten, ${photos} foto’s om van te leren, ${verdicts} verdicten met ${pictures} foto’s.`,
        `Written to ${dir}: ${stations} stations, ${recipes} recipes, ${photos} photos to learn from, ${verdicts} verdicts with ${pictures} pictures.`,
      ),
    )
    if (missing > 0)
      call.terminal.tell(call.say(`${missing} bestanden waren er niet meer.`, `${missing} files were no longer there.`))
  }
  return 0
}
