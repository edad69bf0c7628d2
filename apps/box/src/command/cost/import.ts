import { createReadStream, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Trace } from '@nabij/base'
import { billPrices, type Imported, importPrices } from '@nabij/economics'
import { readers } from '@nabij/register'
import { newFile } from '../new-file.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { priceLines } from './price-lines.ts'
import { headOf, textOf } from './read-json.ts'

/** `nabij cost import`: what a provider's own list says, or a company's own bill. */
export const importFile: Run = async (call) => {
  const path = word(call, 0)
  const given = optionText(call, 'save')
  const save = given === undefined ? null : newFile(given)
  const { kind, prices, ignored } = await read(path, call)
  if (save !== null) writeFileSync(save, `${JSON.stringify(prices, null, 1)}\n`)
  if (call.json) call.terminal.print(JSON.stringify({ kind, prices, ignored }))
  else {
    for (const line of priceLines(prices, call)) call.terminal.print(line)
    for (const [reason, count] of Object.entries(ignored))
      call.terminal.tell(call.say(`Niet overgenomen: ${count} × ${reason}`, `Left out: ${count} × ${reason}`))
  }
  return prices.length > 0 ? 0 : 1
}

async function read(path: string, call: Call): Promise<Imported> {
  const bill = await billOf(path, call.signal)
  return bill ?? importPrices(textOf(path), new Date().toISOString().slice(0, 10))
}

/** A bill is read by the reader that the register has for it; null when the file is none. */
async function billOf(path: string, signal: AbortSignal): Promise<Imported | null> {
  const reader = readers.find(({ id }) => id === 'focus')
  const head = headOf(path)
  const name = basename(path)
  if (!reader || reader.recognise({ name, text: head, bytes: new TextEncoder().encode(head) }) < 0.5) return null
  const traces: Trace[] = []
  const ignored: Record<string, number> = {}
  await reader.read(
    { name, bytes: () => createReadStream(path) as AsyncIterable<Uint8Array> },
    {
      record: () => undefined,
      trace: (trace) => void traces.push(trace),
      ignored: (reason, count = 1) => void (ignored[reason] = (ignored[reason] ?? 0) + count),
      day: () => undefined,
    },
    signal,
  )
  const billed = traces.flatMap(({ name: service, also, location, payment }) =>
    payment
      ? [
          {
            service,
            provider: also?.split(' · ')[0] ?? null,
            region: location ?? null,
            day: payment.date,
            amountMinor: payment.amountMinor,
            currency: payment.currency,
          },
        ]
      : [],
  )
  const found = billPrices(billed, name)
  return { ...found, ignored: { ...ignored, ...found.ignored } }
}
