import { NabijError } from '@nabij/base'
import { type Run, word } from '../verb.ts'
import { factLines } from './fact-lines.ts'
import { knowledgeOf } from './saved.ts'

/** `nabij knowledge show` */
export const show: Run = async (call) => {
  const { index } = await knowledgeOf(call)
  const asked = word(call, 0)
  const id = asked.trim().toLowerCase().replaceAll(' ', '-')
  const found = index.search(asked)
  const vendor = index.vendor(id) ?? index.product(id)?.vendor ?? found.products[0]?.vendor ?? found.vendors[0] ?? null
  if (!vendor) throw new NabijError('NABIJ_KNOWLEDGE_UNKNOWN', { id: asked })
  const own = index.own(vendor.id)
  const events = [...new Set([vendor.id, ...vendor.products.map((product) => product.id)])].flatMap((about) =>
    index.events(about),
  )
  const alternatives = vendor.products.flatMap(({ id, kind }) =>
    index.alternativesFor(id, kind).map((alternative) => ({ instead: id, ...alternative })),
  )
  if (call.json) call.terminal.print(JSON.stringify({ ...vendor, alternatives, events, own }))
  else {
    for (const line of factLines(vendor, own, call)) call.terminal.print(line)
    for (const { date, text } of events) call.terminal.print(`  ${date ?? '?'}  ${text[call.language]}`)
  }
  return 0
}
