import { NabijError } from '@nabij/base'
import type { Call } from './verb.ts'

/** Asks before what cannot be undone. Where nobody can answer, `--yes` has to be there. @throws NabijError NABIJ_COMMAND_USE */
export async function confirmed(call: Call, question: string): Promise<boolean> {
  if (call.options['yes'] === true) return true
  if (call.json || !call.terminal.canAsk) {
    const reason = call.say(
      'Dit kan niet ongedaan worden gemaakt, en er is niemand om het aan te vragen',
      'This cannot be undone, and there is nobody to ask',
    )
    throw new NabijError('NABIJ_COMMAND_USE', {
      reason,
      hint: call.say('Voeg --yes toe als je het zeker weet.', 'Add --yes if you are sure.'),
    })
  }
  const { confirm } = await import('@clack/prompts')
  const answer = await confirm({
    message: question,
    initialValue: false,
    active: call.say('ja', 'yes'),
    inactive: call.say('nee', 'no'),
  })
  return answer === true
}
