import { resolve } from 'node:path'
import { asNabijError, NabijError, type RecipeFacts, usualSettings } from '@nabij/base'
import type { Executor, MarkedPhoto, TeachProgress } from '@nabij/stations'
import { problemOf } from '../failure.ts'
import { formatShare } from '../format.ts'
import { newFile } from '../new-file.ts'
import { type Progress, startProgress } from '../progress.ts'
import { readPicture } from '../read-picture.ts'
import { type Call, optionText, type Run, words } from '../verb.ts'
import { width, withExecutors } from './executors.ts'
import { findPictures } from './pictures.ts'
import { pipelined } from './pipelined.ts'

interface Examined {
  file: string
  error: NabijError | null
}

/** `nabij inspection teach` */
export const teach: Run = async (call) => {
  const out = newFile(optionText(call, 'out') ?? '')
  const files = findPictures(words(call, 0), call.options['recursive'] === true)
  const progress = startProgress(call)
  const { facts, examined } = await withExecutors(call, (executor) =>
    examineAndTeach(executor, files, out, progress, call),
  )
  progress.end()
  const unreadable = examined.filter((each): each is { file: string; error: NabijError } => each.error !== null)
  tell(call, out, facts, unreadable)
  return unreadable.length > 0 ? 2 : 0
}

async function examineAndTeach(
  executor: Executor,
  files: readonly string[],
  out: string,
  progress: Progress,
  call: Call,
): Promise<{ facts: RecipeFacts; examined: Examined[] }> {
  const examined: Examined[] = []
  for await (const each of pipelined(files, width, (file) => examine(executor, file))) {
    examined.push(each)
    progress.show(call.say('foto’s bekijken', 'looking at the photos'), examined.length, files.length)
  }
  const photos = examined
    .filter(({ error }) => error === null)
    .map(({ file }): MarkedPhoto => ({ id: file, path: resolve(file), label: 'good', kind: null }))
  // Nothing to learn from: what is wrong with the photos says more than that there are none.
  const [first] = examined
  if (photos.length === 0) throw first?.error ?? new NabijError('NABIJ_RECIPE_NO_PHOTOS')
  const facts = await executor.teach(
    { photos, locate: usualSettings.locate },
    out,
    ({ step, done, total }) => progress.show(stepName(step, call), done, total),
    call.signal,
  )
  return { facts, examined }
}

async function examine(executor: Executor, file: string): Promise<Examined> {
  try {
    await executor.examine(await readPicture(file))
    return { file, error: null }
  } catch (error) {
    return { file, error: asNabijError(error) }
  }
}

function stepName(step: TeachProgress['step'], { say }: Call): string {
  return {
    reading: say('foto’s lezen', 'reading the photos'),
    locating: say('delen zoeken', 'finding the parts'),
    learning: say('leren', 'learning'),
    checking: say('narekenen', 'checking'),
    saving: say('bewaren', 'saving'),
  }[step]
}

function tell(
  call: Call,
  out: string,
  facts: RecipeFacts,
  unreadable: readonly { file: string; error: NabijError }[],
): void {
  const { terminal, say } = call
  const problems = unreadable.map(({ file, error }) => ({ file, error: problemOf(error, call.language) }))
  if (call.json) return terminal.print(JSON.stringify({ recipe: out, facts, unreadable: problems }))
  for (const { file, error } of problems) terminal.tell(`${file}: ${error.title}`)
  terminal.print(
    say(`Geleerd van ${facts.photos} goede foto’s: ${out}`, `Taught from ${facts.photos} good photos: ${out}`),
  )
  if (facts.promise) terminal.print(promiseOf(facts.promise, call))
  else
    terminal.print(
      say('Met zo weinig foto’s valt er nog niets te beloven.', 'With so few photos nothing can be promised yet.'),
    )
  if (facts.next)
    terminal.print(
      say(
        `Nog ${facts.next.photos} goede foto’s brengen dat op ${formatShare(facts.next.atMost, call)}.`,
        `${facts.next.photos} more good photos bring that to ${formatShare(facts.next.atMost, call)}.`,
      ),
    )
}

function promiseOf({ atMost, confidence }: { atMost: number; confidence: number }, call: Call): string {
  const share = formatShare(atMost, call)
  const sure = formatShare(confidence, call)
  return call.say(
    `Hoogstens ${share} van de goede exemplaren wordt afgekeurd (${sure} zeker).`,
    `At most ${share} of good parts is refused (${sure} sure).`,
  )
}
