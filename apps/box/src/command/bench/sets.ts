import { basename, resolve } from 'node:path'
import { NabijError } from '@nabij/base'
import { givenSet, type LabelledSet, labelledFolders, labelledSets } from '@nabij/bench'
import { type Call, optionText, word } from '../verb.ts'

/**
 * The sets to measure on: those in the folder that was named, or one of folders given by hand.
 * @throws NabijError NABIJ_COMMAND_USE
 */
export async function setsOf(call: Call): Promise<LabelledSet[]> {
  const [teach, good, bad] = ['teach', 'good', 'bad'].map((name) => optionText(call, name))
  const masks = optionText(call, 'masks')
  if (teach !== undefined || good !== undefined || bad !== undefined) {
    if (teach === undefined || good === undefined || bad === undefined) {
      const reason = call.say('--teach, --good en --bad horen bij elkaar', '--teach, --good and --bad belong together')
      throw new NabijError('NABIJ_COMMAND_USE', {
        reason,
        hint: 'nabij bench inspection --teach DIR --good DIR --bad DIR',
      })
    }
    const name = basename(resolve(teach, '..')) || basename(resolve(teach))
    return [await givenSet({ name, teach, good, bad, ...(masks === undefined ? {} : { masks }) })]
  }
  const data = call.args[0] === undefined ? '.' : word(call, 0)
  const sets = await labelledSets(data)
  if (sets.length > 0) return sets
  const folders = labelledFolders.join(', ')
  const reason = call.say(`in ${data} staat geen van ${folders}`, `${data} holds none of ${folders}`)
  throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'bench/README.md' })
}
