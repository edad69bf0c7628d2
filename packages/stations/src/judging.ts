import { asNabijError, NabijError, type Verdict, type VerdictWord } from '@nabij/base'
import { isMachinery, wasNotTaken } from './blame.ts'
import type { Knowledge } from './choose-product.ts'
import { inspectFrame, type Outcome, type Walk } from './inspect-frame.ts'
import { createLane } from './lane.ts'
import type { Frame, Inspection, SourceFrame } from './ports.ts'
import { createRest } from './rest.ts'
import type { Shared } from './shared.ts'
import { settledWithin, untilAborted } from './time.ts'
import type { Troubles } from './troubles.ts'

/** What judging needs to know of its station, and tells it. */
export interface JudgedStation {
  id: string
  name(): string
  /** Null: it was not taught yet. */
  knowledge(): Knowledge | null
  told(verdict: VerdictWord): ReturnType<Walk['told']>
  /** Resolves once there is a recipe. */
  taught: Promise<void>
  troubles: Troubles
  /** A live frame was dropped. */
  dropped(): void
  /** A new verdict is safe on disk. */
  recorded(verdict: Verdict, outcome: Outcome): void
}

/** The pictures of one station on their way to a verdict, from when it starts until it stops. */
export interface Judging {
  /** A part that somebody waits for. @throws NabijError when it was not accepted, or could not be stored. */
  submit(frame: Frame): Promise<Verdict>
  /** A live frame: judged, or dropped and counted. */
  takeLive(frame: Frame): void
  /** A part of a triggered source: judged and stored, however long that takes. Resolves when the next may be read. */
  takePart(frame: SourceFrame, signal: AbortSignal): Promise<void>
  waiting(): number
  /** Lets what was taken finish for a bounded time, then refuses the rest with `why`. */
  stop(why: NabijError): Promise<void>
}

export function createJudging(shared: Shared, station: JudgedStation): Judging {
  const { ports, limits, events } = shared
  const { troubles } = station
  const rest = createRest(ports.timer, limits.pause)
  /** Parts on their way, by key: the same part sent twice at once is judged once. */
  const byKey = new Map<string, Promise<Verdict>>()
  /** Parts of the source that were read and are not stored yet. */
  const ahead = new Set<Promise<void>>()
  const givenUp = new AbortController()
  let refused: NabijError | null = null

  const walk: Walk = {
    ports,
    limits,
    stationId: station.id,
    knowledge() {
      const knowledge = station.knowledge()
      if (knowledge) return knowledge
      throw new NabijError('NABIJ_STATION_UNTAUGHT', { station: station.name() })
    },
    assertOpen: () => givenUp.signal.throwIfAborted(),
    answered,
    told: station.told,
    recorded(verdict, fresh, outcome) {
      troubles.clear('storing')
      if (!fresh) return
      station.recorded(verdict, outcome)
      events.emit({ type: 'verdict', verdict })
    },
  }
  const lane = createLane<Frame, Verdict>({
    ...limits,
    sizeOf: (frame) => frame.picture.length,
    work: (frame) => inspectFrame(walk, frame),
    busy: (waiting) => new NabijError('NABIJ_STATION_BUSY', { station: station.name(), waiting }),
    liveFailed(thrown) {
      if (givenUp.signal.aborted) return
      station.dropped()
      failed(thrown)
    },
  })

  function answered(answer: Inspection | NabijError): void {
    if (givenUp.signal.aborted) return
    if (answer instanceof NabijError && isMachinery(answer)) {
      troubles.set('judging', answer.code)
      rest.begin()
    } else {
      troubles.clear('judging')
      rest.recovered()
    }
  }

  /** No verdict came of a picture. That the executor did not take it is known already: `answered` heard of it. */
  function failed(thrown: unknown): void {
    const error = asNabijError(thrown)
    if (wasNotTaken(error)) return
    const { code, message } = error
    ports.log('warn', 'a verdict could not be stored', { stationId: station.id, code, message })
    troubles.set('storing', code)
    rest.begin()
  }

  /** A part with a key that is stored already gets the stored verdict, whatever the station does now. */
  function once(frame: Frame, enter: (frame: Frame) => Promise<Verdict>): Promise<Verdict> {
    const { key } = frame
    if (key === null) return enter(frame)
    const same = byKey.get(key)
    if (same) return same
    const verdict = ports.verdicts
      .byKey(station.id, key)
      .then((stored) => stored ?? enter(frame))
      .finally(() => byKey.delete(key))
    byKey.set(key, verdict)
    return verdict
  }

  async function untilStored(frame: SourceFrame, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        await rest.over(signal)
        await once(frame, lane.submitFromSource)
        break
      } catch (thrown) {
        if (signal.aborted) return
        failed(thrown)
      }
    }
    try {
      await frame.taken?.()
    } catch (thrown) {
      ports.log('warn', 'a source did not take its answer', { stationId: station.id, error: String(thrown) })
    }
  }

  return {
    async submit(frame) {
      return once(frame, async () => {
        if (refused) throw refused
        walk.knowledge()
        return lane.submit(frame)
      })
    },
    takeLive(frame) {
      if (refused || !station.knowledge()) return
      if (rest.now() || lane.offerLive(frame)) station.dropped()
    },
    async takePart(frame, signal) {
      await untilAborted(station.taught, signal)
      const part = untilStored(frame, signal)
      ahead.add(part)
      void part.finally(() => ahead.delete(part))
      while (ahead.size >= limits.inFlight + limits.readAhead) await untilAborted(Promise.race(ahead), signal)
    },
    waiting: lane.waiting,
    async stop(why) {
      refused = why
      if (lane.forgetLive()) station.dropped()
      const finished = Promise.allSettled([lane.idle(), ...ahead, ...byKey.values()])
      if (!(await settledWithin(ports.timer, limits.grace, finished)))
        ports.log('warn', 'pictures that waited were not judged any more', { stationId: station.id })
      givenUp.abort(why)
      lane.close(why)
      rest.stop()
    },
  }
}
