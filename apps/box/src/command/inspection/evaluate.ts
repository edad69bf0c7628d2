import { NabijError } from '@nabij/base'
import { evaluate as compare, type Evaluation } from '@nabij/vision'
import { problemOf } from '../failure.ts'
import { formatNumber, formatShare } from '../format.ts'
import { startProgress } from '../progress.ts'
import { type Call, type ExitCode, optionText, type Run, word } from '../verb.ts'
import { openRecipeFile, withExecutors } from './executors.ts'
import { judgePictures } from './judge-pictures.ts'
import { findPictures } from './pictures.ts'

/** `nabij inspection evaluate` */
export const evaluate: Run = async (call) => {
  const recursive = call.options['recursive'] === true
  const folders = { good: optionText(call, 'good') ?? '', bad: optionText(call, 'bad') ?? '' }
  const files = { good: findPictures([folders.good], recursive), bad: findPictures([folders.bad], recursive) }
  return withExecutors(call, async (executor) => {
    const recipe = await openRecipeFile(executor, word(call, 0))
    const total = files.good.length + files.bad.length
    const progress = startProgress(call)
    const scores = { good: [] as number[], bad: [] as number[] }
    const times: number[] = []
    const unreadable: { file: string; error: NabijError }[] = []
    let done = 0
    for (const kind of ['good', 'bad'] as const) {
      for await (const judged of judgePictures(executor, recipe, files[kind])) {
        progress.show(judged.file, ++done, total)
        if (judged.error) unreadable.push(judged)
        else {
          scores[kind].push(judged.inspection.score)
          times.push(judged.inspection.ms.total)
        }
      }
      if (scores[kind].length === 0)
        throw new NabijError('NABIJ_COMMAND_NO_PICTURES', { path: folders[kind], below: 0 })
    }
    progress.end()
    const result: Result = {
      ...compare(scores.good, scores.bad, recipe.facts.limit),
      ms: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    }
    tell(call, result, unreadable)
    return exitCode(call, result.auroc ?? 0, unreadable.length)
  })
}

type Result = Evaluation & { ms: { p50: number; p95: number } }

function exitCode(call: Call, auroc: number, unreadable: number): ExitCode {
  if (unreadable > 0) return 2
  const least = call.options['aurocAtLeast']
  return typeof least === 'number' && auroc < least ? 1 : 0
}

function tell(call: Call, result: Result, unreadable: readonly { file: string; error: NabijError }[]): void {
  const { terminal, say, language } = call
  const problems = unreadable.map(({ file, error }) => ({ file, error: problemOf(error, language) }))
  if (call.json) return terminal.print(JSON.stringify({ ...result, unreadable: problems }))
  const unknown = say('onbekend (het recept heeft geen grens)', 'unknown (the recipe has no limit)')
  const share = (value: number | null) => (value === null ? unknown : formatShare(value, call, 1))
  const rows: [string, string][] = [
    [say('Goed / fout', 'Good / bad'), `${result.nGood} / ${result.nBad}`],
    ['AUROC', formatNumber(result.auroc ?? 0, call, 4)],
    [say('Loos alarm', 'False alarms'), share(result.falseAlarmRate)],
    [say('Gemist', 'Missed'), share(result.missRate)],
    [say('Grens', 'Limit'), result.limit === null ? unknown : formatNumber(result.limit, call, 4)],
    [
      say('Tijd per foto', 'Time per picture'),
      `p50 ${formatNumber(result.ms.p50, call, 1)} ms · p95 ${formatNumber(result.ms.p95, call, 1)} ms`,
    ],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) terminal.print(`${name.padEnd(width)}  ${value}`)
  for (const { file, error } of problems) terminal.tell(`${file}: ${error.title}`)
}

/** The smallest value at or below which that share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
