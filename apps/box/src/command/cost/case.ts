import { MoneyInput, NabijError } from '@nabij/base'
import { moneyCase } from '@nabij/economics'
import { knowledgeOf } from '../knowledge/saved.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { caseLines } from './case-lines.ts'
import { fitting, jsonOf, pricesIn } from './read-json.ts'

/** `nabij cost case` */
export const costCase: Run = async (call) => {
  const { pack } = await knowledgeOf(call)
  const own = optionText(call, 'prices')
  const path = word(call, 0)
  const given = path === '' ? fromOptions(call) : jsonOf(path)
  const input = fitting(MoneyInput, given, path || 'nabij cost case', call)
  const prices = [...input.prices, ...(own === undefined ? [] : pricesIn(own, call))]
  const result = moneyCase({ ...input, prices }, pack.prices)
  if (call.json) call.terminal.print(JSON.stringify(result))
  else for (const line of caseLines(result, call)) call.terminal.print(line)
  return result.verdict.word === 'pays-back' ? 0 : 1
}

/** The shortest case that says something. Labour that is not given stays unknown: the answer then says what it may cost. */
function fromOptions(call: Call): unknown {
  const { options } = call
  const text = (name: string) => optionText(call, name)
  const price = text('price')
  if (price === undefined || options['images'] === undefined)
    throw new NabijError('NABIJ_COMMAND_USE', { reason: 'nabij cost case', hint: '--price … --images …' })
  const start = new Date().toISOString().slice(0, 10)
  const [hours, rate, watts, dollar, device] = ['hours', 'rate', 'watts', 'dollar', 'device'].map(text)
  return {
    start,
    imagesPerMonth: options['images'],
    rates: dollar === undefined ? [] : [{ currency: 'USD', worth: dollar, on: start, source: '--dollar' }],
    cloud: [{ price, use: { perImage: '1' } }],
    here: {
      hardware: device === undefined ? [] : [{ price: device, count: options['count'] ?? 1 }],
      installation: text('once') ?? '0',
      labour: hours === undefined || rate === undefined ? null : { hoursPerMonth: hours, perHour: rate },
      power: watts === undefined ? null : { watts, how: 'measured', price: 'electricity-nl-small-business' },
    },
  }
}
