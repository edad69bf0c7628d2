import { NabijError, newId, type Station, type StationConfig, type Verdict } from '@nabij/base'
import { createEvents } from './events.ts'
import { usualLimits } from './limits.ts'
import { addPhoto, blobOrThrow, photoFile, removePhoto } from './photos.ts'
import type { StationRow } from './ports.ts'
import { activateRecipe, addRecipe, listRecipes, recipeFile } from './recipes.ts'
import type { Shared } from './shared.ts'
import { StationLife } from './station-life.ts'
import type { Stations, StationsPorts } from './stations.ts'
import { Teaching } from './teaching.ts'
import { createTurns } from './turns.ts'

/** The stations of one workspace. `start` reads what is stored; before it there are no stations. */
export function createStations(ports: StationsPorts): Stations {
  const events = createEvents(ports.log)
  const shared: Shared = { ports, events, limits: { ...usualLimits, ...ports.limits } }
  const lives = new Map<string, StationLife>()
  const teaching = new Teaching(shared)
  /** Changes of stations happen one after the other. */
  const turns = createTurns()
  let stopped = false

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
    for (const row of await ports.stations.list()) if (!lives.has(row.id)) await open(row)
  }

  async function stop(): Promise<void> {
    stopped = true
    const error = new NabijError('NABIJ_STOPPING')
    await Promise.all([teaching.stop(), ...[...lives.values()].map((life) => life.stop(error))])
    for (const life of lives.values()) life.fallSilent()
  }

  async function create({ name, source }: StationConfig): Promise<Station> {
    assertRunning()
    const row = { id: newId(), name, source: JSON.stringify(source), stopped: false, createdAt: ports.clock() }
    await ports.stations.insert(row)
    const station = await (await open(row)).describe()
    events.emit({ type: 'station', station })
    return station
  }

  async function change(id: string, { source, ...rest }: Parameters<Stations['change']>[1]): Promise<Station> {
    assertRunning()
    const life = lifeOf(id)
    const changed = { ...rest, ...(source ? { source: JSON.stringify(source) } : {}) }
    await ports.stations.update(id, changed)
    await life.become({ ...life.row, ...changed })
    return life.describe()
  }

  async function remove(id: string): Promise<void> {
    assertRunning()
    const life = lifeOf(id)
    await teaching.cancelOf(life)
    await life.stop(new NabijError('NABIJ_NOT_FOUND', { what: `/stations/${id}` }))
    life.fallSilent()
    lives.delete(id)
    try {
      await ports.stations.remove(id)
    } catch (thrown) {
      await open(life.row)
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
    if (stopped) throw new NabijError('NABIJ_STOPPING')
  }

  return {
    start: () => turns(start),
    stop: () => turns(stop),

    list: () => Promise.all([...lives.values()].map((life) => life.describe())),
    get: async (id) => lifeOf(id).describe(),
    create: (config) => turns(() => create(config)),
    change: (id, wanted) => turns(() => change(id, wanted)),
    remove: (id) => turns(() => remove(id)),

    inspect: async (stationId, frame) => lifeOf(stationId).submit(frame),
    latestFrame: (stationId) => lifeOf(stationId).latest,

    photos: async (stationId) => ports.photos.list(lifeOf(stationId).row.id),
    addPhoto: async (stationId, photo) => addPhoto(ports, lifeOf(stationId).row.id, photo),
    photoFile: (photoId) => photoFile(ports, photoId),
    removePhoto: (photoId) => removePhoto(ports, photoId),

    teach: async (stationId) => teaching.teach(lifeOf(stationId)),
    jobs: () => teaching.jobs(),
    job: (id) => teaching.job(id),
    cancelJob: (id) => teaching.cancel(id),

    recipes: async (stationId) => listRecipes(ports, lifeOf(stationId)),
    recipeFile: (recipeId) => recipeFile(ports, recipeId),
    addRecipe: async (stationId, onnx) => addRecipe(ports, lifeOf(stationId), onnx),
    activateRecipe: async (stationId, recipeId) => activateRecipe(ports, lifeOf(stationId), recipeId),

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
