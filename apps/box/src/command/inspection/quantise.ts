import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { NabijError } from '@nabij/base'
import type { PictureDecoder, Pixels } from '@nabij/vision'
import { type Evaluation, evaluate, type OpenRecipe, openRecipe, quantise, viewsOf } from '@nabij/vision'
import { formatNumber } from '../format.ts'
import { newFile } from '../new-file.ts'
import { startProgress } from '../progress.ts'
import { readPicture } from '../read-picture.ts'
import { table } from '../table.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { findPictures } from './pictures.ts'

/** So many pictures set the ranges: more hardly widen them. */
const mostToSet = 32

interface Side extends Evaluation {
  /** Milliseconds of the model alone: the middle, and the least, which says most where other work goes on. */
  ms: number
  least: number
  bytes: number
}

/** `nabij inspection quantise`: the recipe stays as it is, a faster one comes beside it, and both judge the same pictures. */
export const quantiseRecipe: Run = async (call) => {
  const out = newFile(optionText(call, 'out') ?? '')
  if (resolve(out) === resolve(word(call, 0)))
    throw new NabijError('NABIJ_COMMAND_USE', {
      reason: call.say('Het nieuwe recept zou het oude overschrijven', 'The new recipe would overwrite the old one'),
      hint: '--out',
    })
  const [{ sharpDecoder }, { onnxRuntime }] = await Promise.all([
    import('@nabij/adapters/sharp'),
    import('@nabij/adapters/onnxruntime'),
  ])
  const [runtime, decoder] = [onnxRuntime(1), sharpDecoder()]
  const onnx = await readPicture(word(call, 0))
  const toSet = findPictures([optionText(call, 'photos') ?? ''], false).slice(0, mostToSet)
  const good = compared(call, 'good') ?? toSet
  const bad = compared(call, 'bad') ?? []
  const before = await openRecipe(onnx, runtime, () => performance.now())
  const views: Pixels[] = []
  for (const file of toSet)
    views.push(...viewsOf(await pixelsOf(file, before, decoder), before.facts).map(({ pixels }) => pixels))
  const faster = await quantise(onnx, views, runtime)
  writeFileSync(out, faster)
  const after = await openRecipe(faster, runtime, () => performance.now())
  const progress = startProgress(call)
  const scores = { before: [[], []] as number[][], after: [[], []] as number[][] }
  const times = { before: [] as number[], after: [] as number[] }
  let [done, flipped] = [0, 0]
  for (const [kind, files] of [good, bad].entries()) {
    for (const file of files) {
      progress.show(file, ++done, good.length + bad.length)
      const pixels = await pixelsOf(file, before, decoder)
      const judged = { before: await before.judge(pixels), after: await after.judge(pixels) }
      for (const side of ['before', 'after'] as const) {
        scores[side][kind]?.push(judged[side].score)
        times[side].push(judged[side].ms.model)
      }
      const limit = before.facts.limit ?? 0.5
      if (judged.before.score > limit !== judged.after.score > limit) flipped += 1
    }
  }
  progress.end()
  const side = (which: 'before' | 'after', bytes: number): Side => ({
    ...evaluate(scores[which][0] ?? [], scores[which][1] ?? [], before.facts.limit),
    ms: times[which].toSorted((a, b) => a - b)[Math.floor(times[which].length / 2)] ?? 0,
    least: Math.min(...times[which]),
    bytes,
  })
  const result = {
    recipe: out,
    pictures: done,
    flipped,
    before: side('before', onnx.length),
    after: side('after', faster.length),
  }
  await Promise.all([before.close(), after.close()])
  tell(call, result)
  return flipped > 0 ? 1 : 0
}

function compared(call: Call, name: string): string[] | null {
  const folder = optionText(call, name)
  return folder === undefined ? null : findPictures([folder], false)
}

async function pixelsOf(file: string, { decoding }: OpenRecipe, decoder: PictureDecoder): Promise<Pixels> {
  return (await decoder.decode(await readPicture(file), decoding.size, decoding.fit, decoding.region)).pixels
}

function tell(
  call: Call,
  result: { recipe: string; pictures: number; flipped: number; before: Side; after: Side },
): void {
  const { terminal, say } = call
  if (call.json) return terminal.print(JSON.stringify(result))
  const { before, after, flipped, pictures } = result
  const number = (value: number | null, digits: number) => (value === null ? '–' : formatNumber(value, call, digits))
  const row = (name: string, of: (side: Side) => string) => [name, of(before), of(after)]
  const rows = [
    row('AUROC', ({ auroc }) => number(auroc, 4)),
    row(say('loos alarm', 'false alarms'), ({ falseAlarmRate }) => number(falseAlarmRate, 3)),
    row(say('gemist', 'missed'), ({ missRate }) => number(missRate, 3)),
    row(say('model, ms (midden)', 'model, ms (middle)'), ({ ms }) => number(ms, 1)),
    row(say('model, ms (minst)', 'model, ms (least)'), ({ least }) => number(least, 1)),
    row('MB', ({ bytes }) => number(bytes / 1e6, 1)),
  ]
  for (const line of table(['', say('zoals het was', 'as it was'), say('hele getallen', 'whole numbers')], rows))
    terminal.print(line)
  terminal.print(
    say(
      `${flipped} van ${pictures} oordelen anders. Het oude recept is er nog; het nieuwe staat in ${result.recipe}.`,
      `${flipped} of ${pictures} verdicts differ. The recipe as it was is still there; the new one is in ${result.recipe}.`,
    ),
  )
}
