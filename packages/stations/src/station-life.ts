import { NabijError, type Station, type Verdict } from '@nabij/base'
import { type Announcer, createAnnouncer } from './announcer.ts'
import { countDropped, type Dropped } from './dropped.ts'
import { followSource } from './follow-source.ts'
import { createJudging, type Judging } from './judging.ts'
import type { Frame, FrameSource, RecipeRow, SourceFrame, StationRow } from './ports.ts'
import { readSource } from './read-source.ts'
import type { Shared } from './shared.ts'
import { toRecipe } from './to-recipe.ts'
import { createTroubles, type Troubles } from './troubles.ts'
import { createTurns } from './turns.ts'

type Picture = { picture: Uint8Array; capturedAt: number }

/** One station at work: its source, its pictures on their way, its recipe, and how it is doing. */
export class StationLife {
  readonly #shared: Shared
  readonly #announcer: Announcer
  readonly #dropped: Dropped
  readonly #troubles: Troubles
  readonly #recipeTurns = createTurns()
  readonly #taught = Promise.withResolvers<void>()
  #row: StationRow
  #recipe: RecipeRow | null = null
  #lastVerdict: Verdict | null = null
  #latest: Picture | null = null
  #judging: Judging | null = null
  #source: { end: AbortController; ended: Promise<void> } | null = null
  /** The source was opened, and nobody knows yet whether it works. */
  #starting = false
  #learning = false

  constructor(shared: Shared, row: StationRow) {
    const { ports, limits, events } = shared
    this.#shared = shared
    this.#row = row
    this.#dropped = countDropped(ports, limits, row.id)
    this.#announcer = createAnnouncer(ports, limits, row.id, async () => {
      events.emit({ type: 'station', station: await this.describe() })
    })
    this.#troubles = createTroubles((reason) => {
      if (reason !== null) ports.log('warn', 'a station is degraded', { stationId: row.id, reason })
      this.#announcer.now()
    })
  }

  get row(): StationRow {
    return this.#row
  }

  get recipe(): RecipeRow | null {
    return this.#recipe
  }

  get latest(): Picture | null {
    return this.#latest
  }

  /** Reads what is stored about it, and opens its source unless somebody stopped it. */
  async start(): Promise<void> {
    const { recipes, verdicts } = this.#shared.ports
    const recipe = await recipes.active(this.#row.id)
    if (recipe) this.#useRecipe(recipe)
    this.#lastVerdict = (await verdicts.list({ stationId: this.#row.id, limit: 1 }))[0] ?? null
    if (!this.#row.stopped) this.#open()
  }

  /** Ends the source, lets parts that were taken finish for a bounded time, and refuses the rest with `why`. */
  async stop(why: NabijError): Promise<void> {
    await Promise.all([this.#endSource(), this.#judging?.stop(why)])
    this.#judging = null
    this.#troubles.clear('judging')
    this.#troubles.clear('storing')
    await this.#dropped.flush()
    this.#dropped.stop()
  }

  /** No event comes after this. */
  fallSilent(): void {
    this.#announcer.stop()
  }

  /** Becomes what a person made of it (and what is stored by now). */
  async become(row: StationRow): Promise<void> {
    const before = this.#row
    this.#row = row
    this.#announcer.now()
    if (row.stopped && !before.stopped) await this.stop(new NabijError('NABIJ_STATION_STOPPED', { station: row.name }))
    else if (!row.stopped && before.stopped) this.#open()
    else if (!row.stopped && row.source !== before.source) {
      await this.#endSource()
      this.#openSource()
    }
    this.#announcer.now()
  }

  /**
   * Stores another recipe and uses it, one change after the other, so that the store and the station agree which one
   * is active. Pictures that start from now on are judged with it; those in flight keep the one before.
   */
  changeRecipe(store: () => Promise<RecipeRow>): Promise<RecipeRow> {
    return this.#recipeTurns(async () => {
      const recipe = await store()
      this.#useRecipe(recipe)
      return recipe
    })
  }

  #useRecipe(recipe: RecipeRow): void {
    this.#recipe = recipe
    this.#taught.resolve()
    this.#troubles.clear('judging')
    this.#announcer.now()
  }

  setLearning(learning: boolean): void {
    this.#learning = learning
    this.#announcer.now()
  }

  /** Judges and stores one part. @throws NabijError when it was not accepted, or could not be stored. */
  async submit(frame: Frame): Promise<Verdict> {
    if (this.#judging) return this.#judging.submit(frame)
    const stored = frame.key === null ? null : await this.#shared.ports.verdicts.byKey(this.#row.id, frame.key)
    if (stored) return stored
    throw new NabijError('NABIJ_STATION_STOPPED', { station: this.#row.name })
  }

  async describe(): Promise<Station> {
    const { verdicts, clock, startOfDay } = this.#shared.ports
    const today = await verdicts.counts(this.#row.id, startOfDay(clock()))
    const state = this.#state()
    return {
      id: this.#row.id,
      name: this.#row.name,
      source: readSource(this.#row) ?? { kind: 'http' },
      state,
      reason: state === 'degraded' ? this.#troubles.reason() : null,
      createdAt: this.#row.createdAt,
      recipe: this.#recipe && toRecipe(this.#recipe, true),
      today: { ...today, dropped: today.dropped + this.#dropped.pending() },
      waiting: this.#judging?.waiting() ?? 0,
      lastVerdict: this.#lastVerdict,
    }
  }

  #state(): Station['state'] {
    if (this.#row.stopped) return 'stopped'
    if (this.#troubles.reason() !== null) return 'degraded'
    if (this.#learning) return 'learning'
    if (!this.#recipe) return 'untaught'
    return this.#starting ? 'starting' : 'judging'
  }

  #open(): void {
    this.#judging = createJudging(this.#shared, {
      id: this.#row.id,
      name: () => this.#row.name,
      recipe: () => this.#recipe,
      taught: this.#taught.promise,
      troubles: this.#troubles,
      dropped: () => this.#frameDropped(),
      recorded: (verdict) => this.#recorded(verdict),
    })
    this.#openSource()
  }

  #recorded(verdict: Verdict): void {
    if (verdict.seq > (this.#lastVerdict?.seq ?? -1)) this.#lastVerdict = verdict
    this.#announcer.soon()
  }

  #frameDropped(): void {
    this.#dropped.add()
    this.#announcer.soon()
  }

  #openSource(): void {
    const { ports, limits } = this.#shared
    const source = readSource(this.#row)
    if (source?.kind === 'http') return
    const end = new AbortController()
    this.#starting = true
    const ended = followSource({
      open: () => this.#sourceOf(source),
      signal: end.signal,
      timer: ports.timer,
      limits,
      accept: (frame, mode) => this.#accept(frame, mode, end.signal),
      well: () => this.#sourceIsWell(),
      lost: (error) => this.#troubles.set('source', error.code),
    })
    this.#source = { end, ended }
  }

  #sourceOf(source: ReturnType<typeof readSource>): FrameSource {
    const { verdicts, openSource } = this.#shared.ports
    const known = async (key: string): Promise<boolean> => (await verdicts.byKey(this.#row.id, key)) !== null
    const opened = source && openSource(source, known)
    if (opened) return opened
    throw new NabijError('NABIJ_SOURCE_UNKNOWN', { station: this.#row.name })
  }

  #sourceIsWell(): void {
    this.#troubles.clear('source')
    if (!this.#starting) return
    this.#starting = false
    this.#announcer.now()
  }

  #accept(frame: SourceFrame, mode: FrameSource['mode'], signal: AbortSignal): Promise<void> | undefined {
    if (mode === 'triggered') return this.#judging?.takePart(frame, signal)
    this.#latest = { picture: frame.picture, capturedAt: frame.capturedAt }
    this.#judging?.takeLive(frame)
    return undefined
  }

  async #endSource(): Promise<void> {
    this.#source?.end.abort(new NabijError('NABIJ_STATION_STOPPED', { station: this.#row.name }))
    await this.#source?.ended
    this.#source = null
    this.#starting = false
    this.#latest = null
    this.#troubles.clear('source')
  }
}
