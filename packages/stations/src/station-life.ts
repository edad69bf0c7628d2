import { NabijError, type Station, type StationSettings, type Verdict } from '@nabij/base'
import { type Alarms, createAlarms } from './alarms.ts'
import { type Announcer, createAnnouncer } from './announcer.ts'
import type { Knowledge } from './choose-product.ts'
import { createDrifting, type Drifting } from './drifting.ts'
import { countDropped, type Dropped } from './dropped.ts'
import type { Outcome } from './inspect-frame.ts'
import { createJudging, type Judging } from './judging.ts'
import type { Frame, FrameSource, RecipeRow, SourceFrame, StationRow } from './ports.ts'
import { readSource } from './read-source.ts'
import type { Shared } from './shared.ts'
import { createShelf, type Shelf } from './shelf.ts'
import { readMemory, type StationMemory, writeMemory } from './station-memory.ts'
import { openSource, type StationSource } from './station-source.ts'
import type { StationChange } from './stations.ts'
import { toRecipe } from './to-recipe.ts'
import { createTroubles, type Troubles } from './troubles.ts'
import { createTurns } from './turns.ts'

type Picture = { picture: Uint8Array; capturedAt: number }

/** One station at work: its source, its pictures on their way, what it knows, and how it is doing. */
export class StationLife {
  readonly shelf: Shelf
  readonly #shared: Shared
  readonly #announcer: Announcer
  readonly #dropped: Dropped
  readonly #troubles: Troubles
  readonly #alarms: Alarms
  readonly #drifting: Drifting
  readonly #rowTurns = createTurns()
  readonly #recipeTurns = createTurns()
  readonly #taught = Promise.withResolvers<void>()
  #row: StationRow
  #memory: StationMemory
  #lastVerdict: Verdict | null = null
  #latest: Picture | null = null
  #judging: Judging | null = null
  #source: StationSource | null = null
  /** The source was opened, and nobody knows yet whether it works. */
  #starting = false
  #learning = false

  constructor(shared: Shared, row: StationRow) {
    const { ports, limits, events } = shared
    this.#shared = shared
    this.#row = row
    this.#memory = readMemory(row)
    this.#dropped = countDropped(ports, limits, row.id)
    this.#announcer = createAnnouncer(ports, limits, row.id, async () => {
      events.emit({ type: 'station', station: await this.describe() })
    })
    this.#troubles = createTroubles((reason) => {
      if (reason !== null) ports.log('warn', 'a station is degraded', { stationId: row.id, reason })
      this.#announcer.now()
    })
    this.shelf = createShelf(ports, row.id, {
      taught: () => this.#taught.resolve(),
      changed: () => this.#announcer.now(),
    })
    const memory = (): StationMemory => this.#memory
    const remember = (change: Partial<StationMemory>): Promise<void> => this.remember(change)
    this.#alarms = createAlarms(shared, { id: row.id, memory, remember, outputs: () => this.shelf.outputs })
    this.#drifting = createDrifting({ memory, remember })
  }

  get row(): StationRow {
    return this.#row
  }

  get settings(): StationSettings {
    return this.#memory.settings
  }

  get latest(): Picture | null {
    return this.#latest
  }

  recipeOf(productId: string | null): RecipeRow | null {
    return this.shelf.recipes.find((recipe) => recipe.productId === productId) ?? null
  }

  /** Reads what is stored about it, and opens its source unless somebody stopped it. */
  async start(): Promise<void> {
    await Promise.all([this.shelf.readRecipes(), this.shelf.readProducts(), this.shelf.readOutputs()])
    this.#lastVerdict = (await this.#shared.ports.verdicts.list({ stationId: this.#row.id, limit: 1 }))[0] ?? null
    await this.#alarms.restore()
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

  /** Becomes what a person made of it, as soon as that is stored. */
  async change({ source, settings, ...rest }: StationChange): Promise<void> {
    const before = this.#row
    const newRules = settings?.rules !== undefined
    const ruled = newRules ? await this.#alarms.rulesChanged() : {}
    await this.#update(() => ({ ...ruled, ...(settings ? { settings: { ...this.settings, ...settings } } : {}) }), {
      ...rest,
      ...(source ? { source: JSON.stringify(source) } : {}),
    })
    const row = this.#row
    this.#announcer.now()
    if (row.stopped && !before.stopped) await this.stop(new NabijError('NABIJ_STATION_STOPPED', { station: row.name }))
    else if (!row.stopped && before.stopped) this.#open()
    else if (!row.stopped && row.source !== before.source) {
      await this.#endSource()
      this.#openSource()
    }
    this.#announcer.now()
  }

  async remember(change: Partial<StationMemory>): Promise<void> {
    await this.#update(() => change, {})
    this.#announcer.now()
  }

  /** One after the other, so that none overwrites what another wrote. */
  #update(change: () => Partial<StationMemory>, fields: Partial<Omit<StationRow, 'id'>>): Promise<void> {
    return this.#rowTurns(async () => {
      const memory = { ...this.#memory, ...change() }
      const stored = { ...fields, settings: writeMemory(memory) }
      await this.#shared.ports.stations.update(this.#row.id, stored)
      this.#memory = memory
      this.#row = { ...this.#row, ...stored }
    })
  }

  async seeAlarm(): Promise<void> {
    await this.#alarms.seen()
  }

  /**
   * Changes of the recipes happen one after the other, so that store and station agree which ones are active. Pictures
   * that start afterwards are judged with them; those in flight keep the one before, and none waits for it.
   */
  changeRecipes<T>(work: () => Promise<T>): Promise<T> {
    return this.#recipeTurns(async () => {
      try {
        return await work()
      } finally {
        await this.shelf.readRecipes()
        this.#troubles.clear('judging')
      }
    })
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

  trigger(): void {
    if (!this.#source) throw new NabijError('NABIJ_NO_TRIGGER', { station: this.#row.name })
    this.#source.trigger()
  }

  async describe(): Promise<Station> {
    const { verdicts, clock, startOfDay } = this.#shared.ports
    const today = await verdicts.counts(this.#row.id, startOfDay(clock()))
    const state = this.#state()
    // What a person said of it since is only in the store.
    const last = this.#lastVerdict && ((await verdicts.get(this.#lastVerdict.id)) ?? this.#lastVerdict)
    const newest = this.shelf.recipes.toSorted((a, b) => b.version - a.version)[0]
    return {
      id: this.#row.id,
      name: this.#row.name,
      source: readSource(this.#row) ?? { kind: 'http' },
      state,
      reason: state === 'degraded' ? this.#troubles.reason() : null,
      createdAt: this.#row.createdAt,
      recipe: newest ? toRecipe(newest, true) : null,
      today: { ...today, dropped: today.dropped + this.#dropped.pending() },
      waiting: this.#judging?.waiting() ?? 0,
      lastVerdict: last,
      settings: this.settings,
      products: this.shelf.products,
      drift: this.#drifting.of(this.shelf.recipes),
      alarm: this.#memory.alarm,
    }
  }

  #state(): Station['state'] {
    if (this.#row.stopped) return 'stopped'
    if (this.#troubles.reason() !== null) return 'degraded'
    if (this.#learning) return 'learning'
    if (this.shelf.recipes.length === 0) return 'untaught'
    return this.#starting ? 'starting' : 'judging'
  }

  #knowledge(): Knowledge | null {
    if (this.shelf.recipes.length === 0) return null
    return { settings: this.settings, products: this.shelf.products, recipes: this.shelf.recipes }
  }

  #open(): void {
    this.#judging = createJudging(this.#shared, {
      id: this.#row.id,
      name: () => this.#row.name,
      knowledge: () => this.#knowledge(),
      taught: this.#taught.promise,
      troubles: this.#troubles,
      told: (verdict) => this.#alarms.told(verdict),
      dropped: () => this.#frameDropped(),
      recorded: (verdict, outcome) => this.#recorded(verdict, outcome),
    })
    this.#openSource()
  }

  #recorded(verdict: Verdict, outcome: Outcome): void {
    if (verdict.seq > (this.#lastVerdict?.seq ?? -1)) this.#lastVerdict = verdict
    if (this.shelf.outputs.length > 0) this.#shared.wakeOutputs(this.#row.id)
    this.#remembered(outcome.came && this.#alarms.raise(outcome.came.id, verdict))
    this.#remembered(this.#drifting.saw(verdict, outcome))
    this.#announcer.soon()
  }

  /** The verdict is stored; that something else could not be written down must not undo it. */
  #remembered(work: Promise<void> | null): void {
    work?.catch((thrown: unknown) => {
      const fields = { stationId: this.#row.id, error: String(thrown) }
      this.#shared.ports.log('warn', 'what a station noticed could not be written down', fields)
    })
  }

  #frameDropped(): void {
    this.#dropped.add()
    this.#announcer.soon()
  }

  #openSource(): void {
    this.#starting = true
    this.#source = openSource(this.#shared, this.#row, {
      accept: (frame, mode, signal) => this.#accept(frame, mode, signal),
      well: () => this.#sourceIsWell(),
      lost: (error) => this.#troubles.set('source', error.code),
    })
    if (!this.#source) this.#starting = false
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
    await this.#source?.end()
    this.#source = null
    this.#starting = false
    this.#latest = null
    this.#troubles.clear('source')
  }
}
