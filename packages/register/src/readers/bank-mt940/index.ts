import { NabijError } from '@nabij/base'
import { emitEntry, minorOf } from '../../bank/index.ts'
import type { EvidenceFile, EvidenceReader } from '../../reader.ts'
import { linesOf } from '../../text/index.ts'
import { toldIn } from './told-in.ts'

const line61 = /^(\d{2})(\d{2})(\d{2})(?:\d{4})?\s?(R?)([CD])[A-Z]?\s*([\d.,]+)/
const mostTold = 4_000

/** Bank statements as MT940, in the dialects of Dutch and German banks. */
export const bankMt940: EvidenceReader = {
  id: 'bank-mt940',
  recognise: ({ text }) =>
    /^:?(?:20|940|25):?/m.test(text) && /^:6[01][FM]?:/m.test(text) && /^:(?:25|28C?|60F):/m.test(text) ? 0.97 : 0,
  async read(file, emit, signal) {
    let currency = 'EUR'
    let entry: { line: number; text: string } | null = null
    let told: string[] = []
    let within: '61' | '86' | '' = ''
    let fields = 0

    for await (const { number, text } of linesOf(file, { signal })) {
      const field = /^:(\d{2}[A-Z]?):(.*)$/.exec(text)
      if (!field) {
        if (text.startsWith('-') && text.trim().length <= 2) within = ''
        else if (within === '86' && told.join('').length < mostTold) told.push(text)
        continue
      }
      const [, tag = '', content = ''] = field
      fields += 1
      if (tag === '86' && entry) {
        within = '86'
        told.push(content)
        continue
      }
      finish()
      within = ''
      if (tag === '61') {
        entry = { line: number, text: content }
        within = '61'
      } else if (tag.startsWith('60')) currency = /^[CD]\d{6}([A-Z]{3})/.exec(content)?.[1] ?? currency
    }
    finish()
    if (fields === 0)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: file.name, reason: 'no field in it', where: ':61:' })

    function finish(): void {
      if (!entry) return
      const { line, text } = entry
      const match = line61.exec(text)
      const { name, description } = toldIn(told)
      entry = null
      told = []
      if (!match) {
        emit.record()
        emit.ignored('line without amount')
        return
      }
      const [, year = '', month = '', day = '', reversed, sign, amount = ''] = match
      emitEntry(
        {
          name,
          description: reversed ? `storno ${description}` : description,
          minor: minorOf(amount),
          currency,
          date: `20${year}-${month}-${day}`,
          // A reversed credit takes money away, and the other way about.
          out: (sign === 'D') !== (reversed === 'R'),
          locator: `line ${line}`,
        },
        emit,
      )
    }
  },
}
