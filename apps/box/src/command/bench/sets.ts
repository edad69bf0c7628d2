import { basename, resolve } from 'node:path'
import { NabijError } from '@nabij/base'
import { givenSet, type LabelledSet, labelledFolders, labelledSets } from '@nabij/bench'
import { findPictures } from '../inspection/pictures.ts'
import { type Call, optionText, word } from '../verb.ts'

/**
 * The sets to measure on: those in the folder that was named, or one of folders given by hand.
 * @throws NabijError NABIJ_COMMAND_USE, NABIJ_COMMAND_FILE, NABIJ_COMMAND_NO_PICTURES
 */
export async function setsOf(call: Call): Promise<LabelledSet[]> {
  const [teach, good, bad, masks] = ['teach', 'good', 'bad', 'masks'].map((name) => optionText(call, name))
  if (teach !== undefined && good !== undefined && bad !== undefined)
    return [givenByHand(call, { teach, good, bad, masks })]
  if ([teach, good, bad, masks].some((each) => each !== undefined)) {
    const reason = call.say('--teach, --good en --bad horen bij elkaar', '--teach, --good and --bad belong together')
    throw new NabijError('NABIJ_COMMAND_USE', {
      reason,
      hint: 'nabij bench inspection --teach DIR --good DIR --bad DIR',
    })
  }
  const data = call.args[0] === undefined ? '.' : word(call, 0)
  const sets = await labelledSets(data)
  if (sets.length > 0) return sets
  const folders = labelledFolders.join(', ')
  const reason = call.say(`in ${data} staat geen van ${folders}`, `${data} holds none of ${folders}`)
  throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'bench/README.md' })
}

interface Folders {
  teach: string
  good: string
  bad: string
  masks: string | undefined
}

function givenByHand(call: Call, { teach, good, bad, masks }: Folders): LabelledSet {
  const below = (folder: string) => ({ folder, files: findPictures([folder], true) })
  const files = { teach: below(teach).files, good: below(good).files, bad: below(bad).files }
  const seen = new Map<string, string>()
  for (const [option, list] of Object.entries(files)) {
    for (const file of list) {
      const other = seen.get(resolve(file))
      if (other !== undefined) {
        const reason = call.say(
          `${file} staat in --${other} en in --${option}`,
          `${file} is in --${other} and in --${option}`,
        )
        throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'bench/README.md' })
      }
      seen.set(resolve(file), option)
    }
  }
  const name = basename(resolve(teach, '..')) || basename(resolve(teach))
  const given = { name, teach: files.teach, good: files.good, bad: { folder: bad, files: files.bad } }
  if (masks === undefined) return givenSet(given)
  const set = givenSet({ ...given, masks: below(masks) })
  if (set.masks.size > 0) return set
  const reason = call.say(
    `in ${masks} heet geen masker als een foto in ${bad}`,
    `no mask in ${masks} is called as a photo in ${bad}`,
  )
  throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'bench/README.md' })
}
