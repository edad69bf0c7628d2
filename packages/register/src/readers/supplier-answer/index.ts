import type { Ask, Claim } from '@nabij/base'
import type { Emit, EvidenceReader } from '../../reader.ts'
import { beginningOf } from '../../table/index.ts'
import { sheetOfJson, sheetOfTable } from './sheet.ts'

/** How an answer sheet says that it is one; the JSON's `format` and the table's first cell. */
const mark = /^\s*(?:"?nabij-answer\/1"?\s*[;,\t]|\{[^]{0,2000}?"format"\s*:\s*"nabij-answer\/1")/

/**
 * A supplier's answer on the sheet that goes with a letter (CSV or JSON): a block for each service. What it says is a claim
 * with a day, and shows no service by itself. Parties that it names as its sub-processors are emitted as such.
 */
export const supplierAnswer: EvidenceReader = {
  id: 'supplier-answer',
  recognise: ({ text }) => (mark.test(text) ? 1 : 0),
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const isJson = text.trimStart().startsWith('{')
    const { answers, saidOn } = isJson ? await sheetOfJson(file, emit, signal) : await sheetOfTable(file, emit, signal)
    if (saidOn) emit.day(saidOn)
    for (const { locator, ...answer } of answers) {
      const claim: Claim = { ...answer, saidOn }
      emit.trace({ kind: 'answer', name: claim.serviceId, locator, text: claim.value, claim })
      if (claim.ask === 'sub-processors') emitParties(claim, locator, emit)
    }
  },
}

/** `Amazon Web Services (Luxemburg); Twilio, VS`: one a line, or with semicolons between them. */
function emitParties(claim: Claim, locator: string, emit: Emit): void {
  for (const [at, party] of claim.value.split(/[\n;|]+/).entries()) {
    const name = party
      .replace(/\(.*$|\s[–—-]\s.*$|,\s*[^,]*$/s, '')
      .replace(/^\s*(?:[-*•·]|\d{1,2}[.)])\s*/, '')
      .trim()
    const location = /\(([^()]{2,60})\)/.exec(party)?.[1]?.trim()
    if (name.length < 2 || name.length > 90 || name.includes('@')) continue
    const said = { ...claim, value: party.trim() }
    emit.trace({
      kind: 'sub-processor',
      name,
      locator: `${locator}.${at + 1}`,
      text: party.trim(),
      claim: said,
      ...(location && !/[\d@]/.test(location) ? { location } : {}),
    })
  }
}

export type Answered = Omit<Claim, 'saidOn' | 'ask'> & { ask: Ask; locator: string }
