import type { Verdict } from '@nabij/base'
import type { StationsEvent } from '@nabij/stations'
import type { Workspace } from '../../workspace/workspace.ts'
import { wordOf } from './wording.ts'

const page = 200
/** Live verdicts that are kept while the reader is busy; beyond that they are read from the store again. */
const most = 256

export interface EventLineOptions {
  workspace: Workspace
  stationId: string | null
  /** The last seq that the client has seen; null for a new client. */
  lastSeen: number | null
  heartbeat: number
  /** Asked at each heartbeat: whether the workspace is still the one that answers. */
  stillThere(): Promise<boolean>
}

/**
 * What one reader is told. It holds its place in the order of verdicts, not a queue: verdicts are read from the
 * store from that place on, and of stations and jobs only the newest state is kept. So a slow reader costs
 * no memory, and between what is read again and what is live nothing is lost or told twice.
 */
export class EventLine {
  readonly #options: EventLineOptions
  readonly #live = new Map<number, Verdict>()
  readonly #states = new Map<string, string>()
  #behind = false
  #place = 0
  #closed = false
  #stopListening: (() => void)[] = []
  #wake: () => void = () => undefined

  constructor(options: EventLineOptions) {
    this.#options = options
  }

  /** Finds the place to begin at and listens from now on. */
  async open(): Promise<void> {
    const { workspace, lastSeen } = this.#options
    this.#stopListening = [
      workspace.stations.listen((event) => this.#hear(event)),
      workspace.listen((job) => this.#hear({ type: 'job', job })),
    ]
    try {
      const newest = Math.max(0, ...(await workspace.stations.list()).map(({ lastVerdict }) => lastVerdict?.seq ?? 0))
      // After a restore the order begins anew: a place that is not there (yet) is no place to wait at.
      this.#place = Math.min(lastSeen ?? newest, newest)
      this.#behind = this.#place < newest
    } catch (error) {
      this.close()
      throw error
    }
  }

  /** Ends the line; what the reader has not asked for is not told any more. */
  close(): void {
    this.#closed = true
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#wake()
  }

  /** Text for the wire, until the line is closed. */
  async *text(): AsyncGenerator<string> {
    yield 'retry: 2000\n\n'
    let spoke = performance.now()
    while (!this.#closed) {
      const told = await this.#next()
      if (told) yield told
      else {
        await this.#wait(spoke + this.#options.heartbeat)
        if (this.#closed || performance.now() < spoke + this.#options.heartbeat) continue
        if (await this.#options.stillThere()) yield ': still here\n\n'
        else this.close()
      }
      spoke = performance.now()
    }
  }

  #hear(event: StationsEvent): void {
    if (event.type === 'verdict') {
      if (this.#live.size >= most) {
        this.#live.clear()
        this.#behind = true
      }
      if (event.verdict.seq > this.#place) this.#live.set(event.verdict.seq, event.verdict)
    } else if (this.#concerns(event)) {
      const { key, text } = wordOf(event)
      this.#states.delete(key)
      this.#states.set(key, text)
    }
    this.#wake()
  }

  async #next(): Promise<string> {
    const verdicts = await this.#nextVerdicts()
    const states = [...this.#states.values()].join('')
    this.#states.clear()
    return verdicts + states
  }

  async #nextVerdicts(): Promise<string> {
    let told = ''
    for (let next = this.#live.get(this.#place + 1); next; next = this.#live.get(this.#place + 1))
      told += this.#tell(next)
    if (this.#live.size === 0 && !this.#behind) return told
    // Something between our place and the live verdicts is not at hand: the store has it, in order.
    this.#behind = false
    const stored = await this.#options.workspace.stations.verdictsSince(this.#place, page)
    for (const verdict of stored) told += this.#tell(verdict)
    if (stored.length === page) this.#behind = true
    else if (stored.length === 0) {
      for (const verdict of [...this.#live.values()].sort((a, b) => a.seq - b.seq)) told += this.#tell(verdict)
    }
    for (const seq of this.#live.keys()) if (seq <= this.#place) this.#live.delete(seq)
    return told
  }

  #tell(verdict: Verdict): string {
    this.#live.delete(verdict.seq)
    if (verdict.seq <= this.#place) return ''
    this.#place = verdict.seq
    return this.#concerns({ type: 'verdict', verdict }) ? wordOf({ type: 'verdict', verdict }).text : ''
  }

  #concerns(event: StationsEvent): boolean {
    const wanted = this.#options.stationId
    return wanted === null || stationOf(event) === wanted
  }

  /** Waits until something is heard, at most until `until`. */
  #wait(until: number): Promise<void> {
    if (this.#closed || this.#live.size > 0 || this.#states.size > 0 || this.#behind) return Promise.resolve()
    return new Promise((resolve) => {
      // A timer may fire a moment early by the finer clock: one millisecond more, or the beat is missed.
      const timer = setTimeout(resolve, Math.max(0, until - performance.now()) + 1)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function stationOf(event: StationsEvent): string | null {
  if (event.type === 'verdict') return event.verdict.stationId
  if (event.type === 'station') return event.station.id
  if (event.type === 'correction') return event.correction.stationId
  return event.type === 'job' ? event.job.stationId : event.stationId
}
