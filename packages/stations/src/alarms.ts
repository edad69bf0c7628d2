import type { Station, Verdict, VerdictWord } from '@nabij/base'
import type { Walk } from './inspect-frame.ts'
import { configOf } from './outbox/output-config.ts'
import type { OutputRow } from './ports.ts'
import { createRuleWatch, lookBack } from './rule-watch.ts'
import type { Shared } from './shared.ts'
import type { StationMemory } from './station-memory.ts'

/** The rules of one station against its verdicts, and who must hear of what. */
export interface Alarms {
  /** Reads the last verdicts again, as a start of the box does. */
  restore(): Promise<void>
  told: Walk['told']
  /** A rule came true, with a verdict that is stored. */
  raise(rule: string, verdict: Verdict): Promise<void>
  /** Somebody has seen it: what was counts for no rule any more. */
  seen(): Promise<void>
  /** The rules are other ones: they count from now on. */
  rulesChanged(): Promise<Pick<StationMemory, 'seen' | 'alarm'>>
}

export interface AlarmingStation {
  id: string
  memory(): StationMemory
  remember(change: Partial<StationMemory>): Promise<void>
  outputs(): OutputRow[]
}

/** Verdicts that may have been stored just before the box was killed, so that their alarm was not written down. */
const justBefore = 16

export function createAlarms({ ports, events }: Shared, station: AlarmingStation): Alarms {
  const watch = createRuleWatch()

  function hearing(on: VerdictWord | 'alarm'): string[] {
    const open = station.outputs().filter((row) => {
      const config = configOf(row)
      return config?.enabled && config.on.includes(on)
    })
    return open.map(({ id }) => id)
  }

  async function raise(rule: string, verdict: Verdict): Promise<void> {
    const alarm: NonNullable<Station['alarm']> = { rule, at: verdict.recordedAt, verdictId: verdict.id }
    await station.remember({ alarm })
    events.emit({ type: 'alarm', stationId: station.id, alarm })
  }

  return {
    async restore() {
      const { settings, seen, alarm } = station.memory()
      if (settings.rules.length === 0) return
      const stored = await ports.verdicts.list({ stationId: station.id, limit: lookBack })
      const last = stored.filter(({ seq }) => seq > seen).reverse()
      for (const [index, verdict] of last.entries()) {
        const { came } = watch.next(verdict.verdict, settings.rules)
        if (came && !alarm && index >= last.length - justBefore) await raise(came.id, verdict)
      }
    },
    told(verdict) {
      const { came, forget } = watch.next(verdict, station.memory().settings.rules)
      const alarm = came && { rule: came.id, outputs: hearing('alarm') }
      return { outputs: hearing(verdict), alarm, came, forget }
    },
    raise,
    async seen() {
      watch.clear()
      await station.remember({ alarm: null, seen: await ports.verdicts.lastSeq() })
    },
    async rulesChanged() {
      watch.clear()
      return { alarm: null, seen: await ports.verdicts.lastSeq() }
    },
  }
}
