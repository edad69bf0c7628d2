import { Station, StationSettings, usualSettings } from '@nabij/base'
import type { StationRow } from './ports.ts'

/** What a station remembers beside its settings; it stands in the same JSON (`StationRow.settings`). */
export interface StationMemory {
  settings: StationSettings
  /** Verdicts up to this one count for no rule any more: somebody has seen the alarm, or changed the rules. */
  seen: number
  alarm: Station['alarm']
  drift: Station['drift']
  /** The taught version (id) from which it drifted. */
  driftFrom: string | null
}

/** Reads it tolerantly: what this version cannot read has its usual value, and the rest stays. */
export function readMemory(row: Pick<StationRow, 'settings'>): StationMemory {
  const stored = objectIn(row.settings)
  const settings = Object.fromEntries(
    Object.entries(StationSettings.shape).map(([name, field]) => {
      const read = field.safeParse(stored[name])
      return [name, read.success ? read.data : usualSettings[name as keyof StationSettings]]
    }),
  ) as StationSettings
  const alarm = Station.shape.alarm.safeParse(stored.alarm)
  const drift = Station.shape.drift.safeParse(stored.drift)
  return {
    settings,
    seen: Number.isSafeInteger(stored.seen) ? Number(stored.seen) : 0,
    alarm: alarm.success ? alarm.data : null,
    drift: drift.success ? drift.data : null,
    driftFrom: typeof stored.driftFrom === 'string' ? stored.driftFrom : null,
  }
}

export function writeMemory({ settings, ...rest }: StationMemory): string {
  return JSON.stringify({ ...settings, ...rest })
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
