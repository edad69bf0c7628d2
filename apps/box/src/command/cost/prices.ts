import { knowledgeOf } from '../knowledge/saved.ts'
import { type Run, words } from '../verb.ts'
import { priceLines } from './price-lines.ts'

/** `nabij cost prices` */
export const prices: Run = async (call) => {
  const { pack } = await knowledgeOf(call)
  const asked = words(call, 0).map((word) => word.toLowerCase())
  const found = pack.prices.filter((price) => {
    const text = [price.id, price.provider, price.name.nl, price.name.en, price.kind, price.region ?? '']
      .join(' ')
      .toLowerCase()
    return asked.every((word) => text.includes(word))
  })
  if (call.json) call.terminal.print(JSON.stringify(found))
  else {
    for (const line of priceLines(found, call)) call.terminal.print(line)
    call.terminal.print('')
    call.terminal.print(
      call.say(
        `${found.length} prijzen, zonder btw. Van wie en waar gelezen: --json.`,
        `${found.length} prices, without VAT. From whom, and where read: --json.`,
      ),
    )
  }
  return found.length > 0 ? 0 : 1
}
