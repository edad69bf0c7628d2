import type { KnowledgePack } from '@nabij/base'
import { factChanges, needAChip } from '@nabij/chips'
import { loadKnowledge } from '../../knowledge.ts'
import { json } from '../register/json.ts'

/** What the register's thread can be asked about chips: those of the pack in use. */
export function chipsCalls(now: () => Pick<KnowledgePack, 'version' | 'made' | 'chips' | 'chipFacts' | 'prices'>) {
  return {
    chips() {
      const { version, made, chips } = now()
      return json({ version, made, chips })
    },
    chipIds: () => now().chips.map(({ id }) => id),
    /** @param before path of the pack that was in use before; null when there was none */
    chipFacts(before: string | null) {
      const { version, made, chipFacts } = now()
      const old = before === null ? null : loadKnowledge(before).pack
      return json({
        version,
        made,
        facts: chipFacts,
        since: old && { version: old.version, made: old.made },
        changes: old ? factChanges(old.chipFacts, chipFacts) : [],
      })
    },
    chipNeed: (station: Parameters<typeof needAChip>[0]) => json(needAChip(station, now().chips, now().prices)),
  }
}
