import { problemOf } from '../failure.ts'
import { formatNumber } from '../format.ts'
import { startProgress } from '../progress.ts'
import { type Call, type ExitCode, type Run, word, words } from '../verb.ts'
import { openRecipeFile, withExecutors } from './executors.ts'
import { type Judged, judgePictures } from './judge-pictures.ts'
import { findPictures } from './pictures.ts'

interface Tally {
  pass: number
  fail: number
  unsure: number
  unreadable: number
}

/** `nabij inspection run` */
export const run: Run = async (call) => {
  const files = findPictures(words(call, 1), call.options['recursive'] === true)
  const tally: Tally = { pass: 0, fail: 0, unsure: 0, unreadable: 0 }
  await withExecutors(call, async (executor) => {
    const recipe = await openRecipeFile(executor, word(call, 0))
    const nameWidth = Math.min(60, Math.max(...files.map((file) => file.length)))
    const progress = startProgress(call)
    let done = 0
    for await (const judged of judgePictures(executor, recipe, files)) {
      tally[judged.error ? 'unreadable' : judged.decision.verdict]++
      call.terminal.print(call.json ? jsonLine(judged, call) : line(judged, nameWidth, call))
      progress.show(`${++done}/${files.length}`, done, files.length)
    }
    progress.end()
  })
  if (!call.json) call.terminal.tell(summary(tally, call))
  return exitCode(tally)
}

function exitCode({ unreadable, fail, unsure }: Tally): ExitCode {
  if (unreadable > 0) return 2
  return fail + unsure > 0 ? 1 : 0
}

function jsonLine({ file, inspection, decision, error }: Judged, call: Call): string {
  if (error) return JSON.stringify({ file, error: problemOf(error, call.language) })
  const { verdict, score, limit } = decision
  return JSON.stringify({ file, verdict, score, limit, regions: inspection.regions, ms: inspection.ms })
}

function line({ file, inspection, decision, error }: Judged, width: number, call: Call): string {
  if (error) return `${file.padEnd(width)}  ${problemOf(error, call.language).title}`
  const word = {
    pass: call.say('goed', 'pass'),
    fail: call.say('fout', 'fail'),
    unsure: call.say('twijfel', 'unsure'),
  }[decision.verdict]
  const score = decision.score === null ? '' : formatNumber(decision.score, call, 3)
  const limit = decision.limit === null ? call.say('geen grens', 'no limit') : formatNumber(decision.limit, call, 3)
  const places = inspection.regions.length > 0 ? `  ${inspection.regions.length} ×` : ''
  return `${file.padEnd(width)}  ${word.padEnd(7)}  ${score} / ${limit}  ${formatNumber(inspection.ms.total, call)} ms${places}`
}

function summary({ pass, fail, unsure, unreadable }: Tally, { say }: Call): string {
  return say(
    `${pass} goed · ${fail} fout · ${unsure} twijfel · ${unreadable} onleesbaar`,
    `${pass} pass · ${fail} fail · ${unsure} unsure · ${unreadable} unreadable`,
  )
}
