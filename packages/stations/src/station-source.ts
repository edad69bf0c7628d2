import { NabijError } from '@nabij/base'
import { followSource } from './follow-source.ts'
import type { FrameSource, SourceFrame } from './ports.ts'
import { readSource } from './read-source.ts'
import type { Shared } from './shared.ts'

/** What a station hears of its source. */
export interface SourceListener {
  accept(frame: SourceFrame, mode: FrameSource['mode'], signal: AbortSignal): Promise<void> | undefined
  well(): void
  lost(error: NabijError): void
}

/** The source of one station while it is open; it is opened again whenever it is lost. */
export interface StationSource {
  /** One picture, now. @throws NabijError NABIJ_NO_TRIGGER when it does not wait for messages. */
  trigger(): void
  end(): Promise<void>
}

/** Null: pictures come to this station by themselves (http). */
export function openSource(
  { ports, limits }: Shared,
  station: { id: string; name: string; source: string },
  listener: SourceListener,
): StationSource | null {
  const wanted = readSource(station)
  if (wanted?.kind === 'http') return null
  const end = new AbortController()
  let current: FrameSource | null = null

  function open(): FrameSource {
    const known = async (key: string): Promise<boolean> => (await ports.verdicts.byKey(station.id, key)) !== null
    current = wanted && ports.openSource(wanted, known)
    if (current) return current
    throw new NabijError('NABIJ_SOURCE_UNKNOWN', { station: station.name })
  }

  const ended = followSource({
    open,
    signal: end.signal,
    timer: ports.timer,
    limits,
    accept: (frame, mode) => listener.accept(frame, mode, end.signal),
    well: listener.well,
    lost: listener.lost,
  })
  return {
    trigger() {
      if (!current?.trigger) throw new NabijError('NABIJ_NO_TRIGGER', { station: station.name })
      current.trigger()
    },
    async end() {
      end.abort(new NabijError('NABIJ_STATION_STOPPED', { station: station.name }))
      await ended
      current = null
    },
  }
}
