import { day, minorOf } from '../../bank/amount.ts'
import { detailsOf } from '../../bank/details.ts'
import type { BankEntry } from '../../bank/entries.ts'
import type { EvidenceFile } from '../../reader.ts'
import { linesOf } from '../../text/index.ts'

interface Line61 {
  line: number
  text: string
}

const tag = /^\s*:(\d\d[A-Z]?):/
const entry61 = /^(\d{6})(\d{4}|\s{4})?\s*(R[CD]|E?[CD])([A-Z])?\s*(\d[\d.]*(?:,\d*)?|,\d+)/
const mostLines = 40

/** Every entry (`:61:` with its `:86:`) of MT940 text, streamed; answers with the number of tags seen. */
export async function mt940Entries(
  file: EvidenceFile,
  signal: AbortSignal,
  on: { entry(entry: BankEntry): void; bad(reason: string): void },
): Promise<number> {
  let tags = 0
  let number = 0
  let currency = 'EUR'
  let open: Line61 | null = null
  let told: string[] = []
  let within = ''

  let colon = ''

  for await (const { text: written, number: line } of linesOf(file, { signal, longest: 16_384 })) {
    // Some exports break lines in the middle of a tag.
    const text = colon + written
    colon = ''
    if (text.trim() === ':') {
      colon = ':'
      continue
    }
    const match = tag.exec(text)
    if (match) {
      tags += 1
      within = match[1] ?? ''
      const rest = text.slice(match[0].length)
      if (within === '86') told.push(rest)
      else finish()
      if (within === '61') open = { line, text: rest.trim() }
      else if (/^60|^34F?$/.test(within)) currency = /^(?:[CD]?\d{6})?([A-Z]{3})/.exec(rest.trim())?.[1] ?? currency
      else if (within === '20') currency = 'EUR'
      else if (within === '25')
        currency = /[\s/]?([A-Z]{3})$/.exec(rest.trim().replace(/^[A-Z]{2}\d{2}\w+(?=[A-Z]{3}$)/, ''))?.[1] ?? currency
    } else if (/^-\}?\s*$|^-XXX|^\{\d:/.test(text)) {
      finish()
      within = ''
    } else if (within === '61' && open && !entry61.test(open.text)) open.text = (open.text + text.trim()).slice(0, 200)
    else if (within === '86' && told.length < mostLines) told.push(text)
  }
  finish()
  return tags

  function finish(): void {
    if (open) {
      number += 1
      const made = entryOf(open, told, currency, number)
      if (made) on.entry(made)
      else on.bad('entry that cannot be read')
    }
    open = null
    told = []
  }
}

function entryOf({ line, text }: Line61, told: readonly string[], currency: string, number: number): BankEntry | null {
  const match = entry61.exec(text)
  if (!match) return null
  const [, value = '', , mark = '', , amount = ''] = match
  const year = Number(value.slice(0, 2))
  const date = day(year + (year > 79 ? 1900 : 2000), Number(value.slice(2, 4)), Number(value.slice(4, 6)))
  const minor = minorOf(amount, currency, ',')
  // RC undoes money that came in, RD undoes money that went out.
  const out = mark.endsWith('D') !== mark.startsWith('R')
  return {
    locator: `entry ${number}, line ${line}`,
    date,
    minor: minor === null ? null : out ? -minor : minor,
    currency,
    ...detailsOf(told),
    reversal: mark === 'RD',
  }
}
