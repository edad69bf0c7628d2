import {
  type Correction,
  NabijError,
  newId,
  type Photo,
  type Station,
  type StationConfig,
  usualSettings,
  type Verdict,
} from '@nabij/base'
import { type Corrections, createCorrections } from './corrections/corrections.ts'
import { createEvents } from './events.ts'
import { usualLimits } from './limits.ts'
import { createOutbox } from './outbox/outbox.ts'
import { addPhoto, blobOrThrow, photoFile, photoOrThrow, photosOf } from './photos.ts'
import type { StationRow } from './ports.ts'
import { addProduct, changeProduct, productOrThrow, removeProduct } from './products.ts'
import { addRecipe, compareRecipes, fileOf, listRecipes, recipeFile } from './recipes.ts'
import { createRemarks } from './remarks.ts'
import { remarksOnPhotos } from './remarks-on.ts'
import type { Shared } from './shared.ts'
import { StationLife } from './station-life.ts'
import type { Stations, StationsPorts } from './stations.ts'
import { Teaching } from './teaching.ts'
import { settledWithin } from './time.ts'
import { toRecipe } from './to-recipe.ts'
import { createTurns } from './turns.ts'

/** The stations of one workspace. `start` reads what is stored; before it there are no stations. */
export function createStations(ports: StationsPorts): Stations {
  const events = createEvents(ports.log)
  const end = new AbortController()
  const shared: Shared = {
    ports,
    events,
    limits: { ...usualLimits, ...ports.limits },
    ended: end.signal,
    wakeOutputs: (stationId) => outbox.wake(stationId),
  }
  const lives = new Map<string, StationLife>()
  const teaching = new Teaching(shared)
  const corrections: Corrections = createCorrections(shared)
  const outbox = createOutbox(shared, lifeOf)
  const withRemarks = createRemarks(remarksOnPhotos)
  /** Changes of stations happen one after the other. */
  const turns = createTurns()

  function lifeOf(id: string): StationLife {
    const life = lives.get(id)
    if (!life) throw new NabijError('NABIJ_NOT_FOUND', { what: `/stations/${id}` })
    return life
  }

  async function open(row: StationRow): Promise<StationLife> {
    const life = new StationLife(shared, row)
    await life.start()
    lives.set(row.id, life)
    return life
  }

  async function start(): Promise<void> {
    for (const row of await ports.stations.list()) {
      if (lives.has(row.id)) continue
      const life = await open(row)
      await corrections.repair(life).catch((thrown: unknown) => {
        ports.log('warn', 'corrections could not be repaired', { stationId: row.id, error: String(thrown) })
      })
    }
    await outbox.start()
    await teaching.resume((id) => lives.get(id))
  }

  async function stop(): Promise<void> {
    const error = new NabijError('NABIJ_STOPPING')
    end.abort(error)
    const ends = [teaching.stop(), outbox.stop(), ...[...lives.values()].map((life) => life.stop(error))]
    // Whatever hangs, hangs alone: the box ends in time.
    await settledWithin(ports.timer, 2 * shared.limits.grace, Promise.all(ends))
    for (const life of lives.values()) life.fallSilent()
  }

  async function create({ name, source }: StationConfig): Promise<Station> {
    assertRunning()
    const settings = JSON.stringify(usualSettings)
    const row = {
      id: newId(),
      name,
      source: JSON.stringify(source),
      stopped: false,
      createdAt: ports.clock(),
      settings,
    }
    await ports.stations.insert(row)
    const station = await (await open(row)).describe()
    events.emit({ type: 'station', station })
    return station
  }

  async function change(id: string, wanted: Parameters<Stations['change']>[1]): Promise<Station> {
    assertRunning()
    const life = lifeOf(id)
    await life.change(wanted)
    return life.describe()
  }

  async function remove(id: string): Promise<void> {
    assertRunning()
    const life = lifeOf(id)
    await Promise.all([teaching.cancelOf(life), outbox.forget(life)])
    await life.stop(new NabijError('NABIJ_NOT_FOUND', { what: `/stations/${id}` }))
    life.fallSilent()
    lives.delete(id)
    try {
      await ports.stations.remove(id)
    } catch (thrown) {
      await open(life.row)
      await outbox.start()
      throw thrown
    }
    events.emit({ type: 'station-removed', stationId: id })
  }

  async function verdictOrThrow(id: string): Promise<Verdict> {
    const verdict = await ports.verdicts.get(id)
    if (!verdict) throw new NabijError('NABIJ_NOT_FOUND', { what: `/verdicts/${id}` })
    return verdict
  }

  function assertRunning(): void {
    if (end.signal.aborted) throw new NabijError('NABIJ_STOPPING')
  }

  async function photos(stationId: string): Promise<Photo[]> {
    const { shelf } = lifeOf(stationId)
    // What was odd was found when it was taught: words of later change nothing of that.
    const taught = await Promise.all(
      shelf.recipes.map(async (recipe) => (recipe.baseId && (await ports.recipes.get(recipe.baseId))) || recipe),
    )
    return withRemarks(stationId, await ports.photos.list(stationId), taught)
  }

  async function changePhoto(id: string, change: Parameters<Stations['changePhoto']>[1]): Promise<Photo> {
    const photo = await photoOrThrow(ports, id)
    const life = lifeOf(photo.stationId)
    if (change.productId) productOrThrow(life, change.productId)
    const { label = photo.label, productId = photo.productId, leftOut = photo.leftOut } = change
    const another = label !== photo.label || productId !== photo.productId || (leftOut && !photo.leftOut)
    if (another) await corrections.forgetPhoto(life, id)
    const kind = label === 'good' ? null : (change.kind ?? photo.kind)
    const said = { label, productId, leftOut, kind: change.kind === null ? null : kind }
    const { belongs, ...rest } = change
    await ports.photos.update(id, {
      ...(Object.keys(rest).length > 0 ? said : {}),
      ...(belongs === undefined ? {} : { belongs }),
    })
    const changed = (await photos(photo.stationId)).find((one) => one.id === id)
    return changed ?? photoOrThrow(ports, id)
  }

  async function removePhoto(id: string): Promise<void> {
    const photo = await photoOrThrow(ports, id)
    await corrections.forgetPhoto(lifeOf(photo.stationId), id)
    // The picture itself stays until retention finds that nobody points at it.
    await ports.photos.remove(id)
  }

  async function photoParts(id: string): ReturnType<Stations['photoParts']> {
    const photo = await photoOrThrow(ports, id)
    const row = lifeOf(photo.stationId).recipeOf(photo.productId)
    if (!row?.facts.locate) return []
    const picture = await blobOrThrow(ports, photo.sha256)
    const { parts } = await ports.executor.inspect(fileOf(ports, row), picture)
    return parts.map(({ box, outline, angle }) => ({ box, outline, angle }))
  }

  async function nearest(verdictId: string): ReturnType<Stations['nearest']> {
    const verdict = await verdictOrThrow(verdictId)
    const life = lifeOf(verdict.stationId)
    const row = life.recipeOf(verdict.productId)
    if (!row) throw new NabijError('NABIJ_STATION_UNTAUGHT', { station: life.row.name })
    const evidence = await ports.verdicts.evidence(verdictId)
    const picture = await blobOrThrow(ports, evidence?.frame ?? null)
    const all = photosOf(await ports.photos.list(verdict.stationId), row.productId)
    const good = new Map(all.filter((one) => one.label === 'good' && !one.leftOut).map((one) => [one.id, one]))
    const files = [...good.values()].map(({ id, sha256 }) => ({ id, path: ports.blobs.path(sha256) }))
    const found = await ports.executor.nearest(fileOf(ports, row), picture, files)
    return found.flatMap(({ id, distance }) => {
      const photo = good.get(id)
      return photo ? [{ photo, distance }] : []
    })
  }

  async function correctionLife(id: string): Promise<StationLife> {
    const correction = await ports.corrections.get(id)
    if (!correction) throw new NabijError('NABIJ_NOT_FOUND', { what: `/corrections/${id}` })
    return lifeOf(correction.stationId)
  }

  async function correct(id: string, act: (life: StationLife, id: string) => Promise<Correction>): Promise<Correction> {
    assertRunning()
    return act(await correctionLife(id), id)
  }

  return {
    start: () => turns(start),
    stop() {
      return turns(stop)
    },

    list: () => Promise.all([...lives.values()].map((life) => life.describe())),
    get: async (id) => lifeOf(id).describe(),
    create: (config) => turns(() => create(config)),
    change: (id, wanted) => turns(() => change(id, wanted)),
    remove: (id) => turns(() => remove(id)),

    inspect: async (stationId, frame) => lifeOf(stationId).submit(frame),
    latestFrame: (stationId) => lifeOf(stationId).latest,
    trigger: async (stationId) => lifeOf(stationId).trigger(),
    async seeAlarm(stationId) {
      await lifeOf(stationId).seeAlarm()
      return lifeOf(stationId).describe()
    },

    photos,
    async addPhoto(stationId, photo) {
      const life = lifeOf(stationId)
      if (photo.productId) productOrThrow(life, photo.productId)
      const stored = await addPhoto(ports, life.row.id, photo)
      // The same picture again: what a person says of it now counts.
      const { label, kind = null, productId = stored.productId } = photo
      const same = stored.label === label && (kind === null || stored.kind === kind) && stored.productId === productId
      return same && !stored.leftOut ? stored : changePhoto(stored.id, { label, kind, productId, leftOut: false })
    },
    changePhoto,
    photoFile: (photoId) => photoFile(ports, photoId),
    photoParts,
    removePhoto,

    async teach(stationId, productId = null) {
      const life = lifeOf(stationId)
      if (productId !== null) productOrThrow(life, productId)
      return teaching.teach(life, productId)
    },
    jobs: () => teaching.jobs(),
    job: (id) => teaching.job(id),
    cancelJob: (id) => teaching.cancel(id),

    recipes: async (stationId) => listRecipes(ports, lifeOf(stationId)),
    recipeFile: (recipeId) => recipeFile(ports, recipeId),
    addRecipe: async (stationId, onnx) => addRecipe(ports, lifeOf(stationId), onnx),
    activateRecipe: async (stationId, recipeId) => {
      const life = lifeOf(stationId)
      return toRecipe(await corrections.activate(life, recipeId), true)
    },
    compareRecipes: async (stationId, before, after) => compareRecipes(ports, lifeOf(stationId), before, after),

    async giveFeedback(verdictId, word, by) {
      assertRunning()
      const verdict = await verdictOrThrow(verdictId)
      return corrections.give(lifeOf(verdict.stationId), verdict, word, by)
    },
    corrections: async (stationId) => ports.corrections.list(lifeOf(stationId).row.id),
    applyCorrection: (id) => correct(id, corrections.apply),
    undoCorrection: (id) => correct(id, corrections.undo),
    nearest,

    addProduct: async (stationId, product) => addProduct(ports, lifeOf(stationId), product),
    changeProduct: async (stationId, id, wanted) => changeProduct(ports, lifeOf(stationId), id, wanted),
    removeProduct: async (stationId, id) => removeProduct(ports, lifeOf(stationId), id),

    outputs: async (stationId) => outbox.list(lifeOf(stationId)),
    addOutput: async (stationId, config) => outbox.add(lifeOf(stationId), config),
    changeOutput: (id, wanted) => outbox.change(id, wanted),
    removeOutput: (id) => outbox.remove(id),
    tryOutput: (id) => outbox.try(id),

    overview: async (stationId, from, to) => ports.verdicts.overview(lifeOf(stationId).row.id, from, to),
    verdicts: async (query) => ports.verdicts.list({ ...query, stationId: lifeOf(query.stationId).row.id }),
    verdict: verdictOrThrow,
    verdictsSince: (seq, limit) => ports.verdicts.since(seq, limit),
    async evidence(verdictId, which) {
      const hashes = await ports.verdicts.evidence(verdictId)
      if (!hashes) throw new NabijError('NABIJ_NOT_FOUND', { what: `/verdicts/${verdictId}` })
      return blobOrThrow(ports, hashes[which])
    },
    series: async (stationId, from, to, bucket) => ports.verdicts.series(lifeOf(stationId).row.id, from, to, bucket),

    listen: events.listen,
  }
}
