import { NabijError } from '@nabij/base'
import { entriesInto } from '../../bank/entries.ts'
import type { EvidenceReader } from '../../reader.ts'
import { mt940Entries } from './mt940-entries.ts'

/** Bank statements as SWIFT MT940 and MT942, in the dialects of Dutch, German and Polish banks. */
export const bankMt940: EvidenceReader = {
  id: 'bank-mt940',
  recognise({ text }) {
    const tags = new Set(text.match(/^[^\S\n]*:(?:20|25|28C?|60[FM]|61|62[FM]|86):/gm)?.map((tag) => tag.trim()))
    if (tags.size >= 3) return 1
    return tags.has(':61:') || tags.size === 2 ? 0.7 : 0
  },
  async read(file, emit, signal) {
    const entries = entriesInto(emit)
    const tags = await mt940Entries(file, signal, { entry: entries.add, bad: (reason) => emit.ignored(reason) })
    entries.finish()
    if (tags === 0)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: file.name, reason: 'no MT940 in it', where: 'line 1' })
  },
}
