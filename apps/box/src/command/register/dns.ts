import type { DnsAnswer, DnsPlan } from '@nabij/base'
import { confirmed } from '../confirm.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { withRegister } from './at-hand.ts'

/** `nabij register dns`: says what it would ask, and of whom; asks it after a yes. */
export const dns: Run = (call) =>
  withRegister(call, async (register) => {
    const resolver = optionText(call, 'resolver')
    const plan = await register.dnsPlan(word(call, 0), resolver)
    for (const line of planLines(plan, call)) call.terminal.tell(line)
    if (!(await confirmed(call, call.say('Dit vragen?', 'Ask this?')))) return 1
    const { evidence, findings, answers } = await register.lookUpDns(plan.domain, { resolver, signal: call.signal })
    if (call.json) call.terminal.print(JSON.stringify({ plan, evidence, answers }))
    else {
      for (const answer of answers) call.terminal.print(answerLine(answer, call))
      const names = [...new Set(findings.map(({ name }) => name))]
      call.terminal.print('')
      call.terminal.print(
        names.length > 0
          ? call.say(`In het register: ${names.join(', ')}`, `In the register: ${names.join(', ')}`)
          : call.say('Hier kent nabij niemand van.', 'nabij knows none of these.'),
      )
    }
    return 0
  })

function planLines({ domain, resolvers, questions, mostIncluded }: DnsPlan, call: Call): string[] {
  return [
    call.say(
      `Over ${domain} worden ${questions.length} vragen gesteld aan ${resolvers.join(', ')}:`,
      `About ${domain}, ${questions.length} questions go to ${resolvers.join(', ')}:`,
    ),
    ...questions.map(({ type, name }) => `  ${type.padEnd(5)} ${name}`),
    call.say(
      `  en TXT van wat het SPF-record noemt: hoogstens ${mostIncluded} namen`,
      `  and TXT of what the SPF record includes: at most ${mostIncluded} names`,
    ),
  ]
}

function answerLine({ type, name, outcome, records }: DnsAnswer, call: Call): string {
  const outcomes: Record<DnsAnswer['outcome'], string> = {
    answered: '',
    nothing: call.say('niets', 'nothing'),
    'no-such-name': call.say('bestaat niet', 'does not exist'),
    'server-failed': call.say('naamserver faalde', 'name server failed'),
    refused: call.say('geweigerd', 'refused'),
    timeout: call.say('geen antwoord', 'no answer'),
    'no-network': call.say('niet te bereiken', 'out of reach'),
    'not-asked': call.say('niet gevraagd: de tijd was op', 'not asked: out of time'),
  }
  return `${type.padEnd(5)} ${name}: ${outcomes[outcome] || records.join(' | ')}`
}
