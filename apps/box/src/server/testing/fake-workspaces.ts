import { createHash, randomBytes } from 'node:crypto'
import { createAccounts } from '@nabij/accounts'
import { memoryStore, plainPasswords } from '@nabij/accounts/testing'
import {
  type Correction,
  type Job,
  NabijError,
  newId,
  type Output,
  type Photo,
  type SampleState,
  type Station,
  type StationConfig,
  type Verdict,
} from '@nabij/base'
import type { Frame, Stations, StationsEvent } from '@nabij/stations'
import { openDropIn } from '../../workspace/drop-in/drop-in.ts'
import type { Workspace, WorkspaceKind, Workspaces } from '../../workspace/workspace.ts'
import * as examples from '../routes/examples.ts'
import { fakeModels } from './fake-models.ts'
import { fakeMoves } from './fake-moves.ts'
import { fakeRegister } from './fake-register.ts'
import { memoryDropIn } from './memory-drop-in.ts'

/** A workspace in memory, as small as the server can be tested against. */
export interface FakeWorkspace extends Workspace {
  /** Stores a verdict and tells it, unless `quiet`. */
  judge(stationId: string, quiet?: boolean): Verdict
  tell(event: StationsEvent): void
  listeners(): number
  frames: Frame[]
  /** What restore, teach … wait for when a test sets it. */
  hold: Promise<unknown>
}

export interface FakeWorkspaces extends Workspaces {
  own(): FakeWorkspace
  sample(): Promise<FakeWorkspace>
  replaceOwn(): void
  restored: Uint8Array[]
}

export function fakeWorkspaces(backupFile = '/nowhere'): FakeWorkspaces {
  let own = fakeWorkspace('own', backupFile)
  let sample: FakeWorkspace | null = null
  const restored: Uint8Array[] = []
  return {
    restored,
    own: () => own,
    async sample() {
      sample ??= fakeWorkspace('sample', backupFile)
      return sample
    },
    sampleState: (): SampleState => (sample ? 'awake' : 'absent'),
    async deleteSample() {
      sample = null
    },
    async restore(archive) {
      for await (const chunk of archive) restored.push(chunk)
      await own.hold
      own = fakeWorkspace('own', backupFile)
    },
    replaceOwn() {
      own = fakeWorkspace('own', backupFile)
    },
    async stop() {},
  }
}

function fakeWorkspace(kind: WorkspaceKind, backupFile: string): FakeWorkspace {
  const stations = new Map<string, Station>()
  const photos = new Map<string, Photo & { picture: Uint8Array }>()
  const verdicts: Verdict[] = []
  const jobs = new Map<string, Job>()
  const corrections: Correction[] = []
  const outputs = new Map<string, Output>()
  const listeners = new Set<(event: StationsEvent) => void>()
  const replies = new Map<string, { fingerprint: string; status: number; body: string }>()

  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new NabijError('NABIJ_NOT_FOUND', { what })
    return value
  }
  const get = (id: string): Station => found(stations.get(id), id)
  const newJob = (job: Partial<Job>): Job => {
    const made = { ...examples.job, id: newId(), ...job }
    jobs.set(made.id, made)
    return made
  }
  const tell = (event: StationsEvent): void => {
    for (const listener of listeners) listener(event)
  }

  const correct = (id: string, state: Correction['state']): Correction =>
    Object.assign(
      found(
        corrections.find((one) => one.id === id),
        id,
      ),
      { state },
    )

  const port: Stations = {
    async start() {},
    async stop() {},
    async list() {
      await Promise.resolve()
      return [...stations.values()].map((station) => ({
        ...station,
        lastVerdict: verdicts.findLast(({ stationId }) => stationId === station.id) ?? null,
      }))
    },
    get: async (id) => get(id),
    async create(config: StationConfig) {
      await fake.hold
      const station: Station = {
        ...examples.station,
        ...config,
        id: newId(),
        recipe: null,
        lastVerdict: null,
        products: [],
      }
      stations.set(station.id, station)
      tell({ type: 'station', station })
      return station
    },
    async change(id, { stopped, settings, ...change }) {
      const before = get(id)
      const station: Station = {
        ...before,
        ...change,
        settings: { ...before.settings, ...settings },
        ...(stopped ? { state: 'stopped' } : {}),
      }
      stations.set(id, station)
      return station
    },
    async remove(id) {
      get(id)
      stations.delete(id)
      tell({ type: 'station-removed', stationId: id })
    },
    async inspect(stationId, frame) {
      get(stationId)
      fake.frames.push(frame)
      return fake.judge(stationId)
    },
    latestFrame: (id) =>
      stations.get(id)?.source.kind === 'simulator' ? { picture: examplePicture, capturedAt: 5 } : null,
    photos: async (id) => [...photos.values()].filter(({ stationId }) => stationId === get(id).id),
    async addPhoto(stationId, { picture, name, label, kind = null, productId = null }) {
      get(stationId)
      await fake.hold
      const photo = { ...examples.photo, id: newId(), stationId, name, label, kind, productId, bytes: picture.length }
      photos.set(photo.id, { ...photo, picture })
      return photo
    },
    async changePhoto(id, change) {
      const photo = { ...found(photos.get(id), id), ...change }
      photos.set(id, photo)
      const { picture: _, ...said } = photo
      return said
    },
    photoFile: async (id) => found(photos.get(id), id).picture,
    async photoParts(id) {
      found(photos.get(id), id)
      return [examples.foundPart]
    },
    async removePhoto(id) {
      found(photos.get(id), id)
      photos.delete(id)
    },
    teach: async (stationId, productId) =>
      newJob({ stationId: get(stationId).id, ...(productId ? { step: 'reading' } : {}) }),
    jobs: () => [...jobs.values()],
    job: (id) => found(jobs.get(id), id),
    cancelJob: async (id) => ({ ...found(jobs.get(id), id), state: 'cancelled' }),
    recipes: async (stationId) => [{ ...examples.recipe, stationId: get(stationId).id }],
    recipeFile: async (id) => {
      if (id !== examples.recipe.id) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      return { bytes: new Uint8Array([8, 9]), name: 'Line é 1.onnx' }
    },
    addRecipe: async (stationId, onnx) => ({ ...examples.recipe, stationId: get(stationId).id, bytes: onnx.length }),
    activateRecipe: async (stationId, id) => ({ ...examples.recipe, stationId, id }),
    verdicts: async ({ stationId, limit, before = Number.POSITIVE_INFINITY, verdict, feedback }) =>
      verdicts
        .filter((one) => one.stationId === stationId && one.seq < before && (!verdict || one.verdict === verdict))
        .filter((one) => !feedback || one.feedback !== null)
        .toReversed()
        .slice(0, limit),
    verdict: async (id) =>
      found(
        verdicts.find((one) => one.id === id),
        id,
      ),
    verdictsSince: async (seq, limit) => verdicts.filter((one) => one.seq > seq).slice(0, limit),
    evidence: async (id, which) => {
      found(
        verdicts.find((one) => one.id === id),
        id,
      )
      if (which === 'map') throw new NabijError('NABIJ_EVIDENCE_GONE')
      return examplePicture
    },
    series: async () => [examples.scorePoint],
    overview: async () => examples.overview,
    compareRecipes: async (stationId, before, after) =>
      before === after || !get(stationId) ? [] : [examples.comparison],
    async giveFeedback(verdictId, { label, kind }, by) {
      const verdict = await port.verdict(verdictId)
      verdict.feedback = { label, kind, by, at: 5 }
      const correction = {
        ...examples.correction,
        id: newId(),
        verdictId,
        stationId: verdict.stationId,
        label,
        kind,
        by,
      }
      corrections.push(correction)
      tell({ type: 'correction', correction })
      return correction
    },
    corrections: async (stationId) => corrections.filter((one) => one.stationId === get(stationId).id).toReversed(),
    applyCorrection: async (id) => correct(id, 'applied'),
    undoCorrection: async (id) => correct(id, 'undone'),
    nearest: async (id) => [{ photo: examples.photo, distance: (await port.verdict(id)).seq }],
    async addProduct(stationId, product) {
      const added = { ...product, id: newId() }
      get(stationId).products.push(added)
      return added
    },
    async changeProduct(stationId, productId, change) {
      const product = found(
        get(stationId).products.find(({ id }) => id === productId),
        productId,
      )
      return Object.assign(product, change)
    },
    async removeProduct(stationId, productId) {
      const station = get(stationId)
      station.products = station.products.filter(({ id }) => id !== productId)
    },
    outputs: async (stationId) => [...outputs.values()].filter((one) => one.stationId === get(stationId).id),
    async addOutput(stationId, config) {
      const { kind, address, on, enabled } = config
      const output = { ...examples.output, id: newId(), stationId: get(stationId).id, kind, address, on, enabled }
      outputs.set(output.id, output)
      return { ...output, secret: kind === 'webhook' ? 'whsec_made' : null }
    },
    async changeOutput(id, change) {
      const { enabled = true, on } = change
      const output = { ...found(outputs.get(id), id), enabled, ...(on ? { on } : {}) }
      outputs.set(id, output)
      return output
    },
    async removeOutput(id) {
      found(outputs.get(id), id)
      outputs.delete(id)
    },
    async tryOutput(id) {
      const { address } = found(outputs.get(id), id)
      throw new NabijError('NABIJ_OUTPUT_UNREACHABLE', { host: new URL(address).host })
    },
    async trigger(id) {
      get(id)
    },
    seeAlarm: async (id) => get(id),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  const models = fakeModels((id) =>
    fake.dropIn.list().then((routes) => routes.find(({ modelId }) => modelId === id)?.model ?? null),
  )

  const fake: FakeWorkspace = {
    kind,
    folder: '/nowhere',
    stations: port,
    frames: [],
    hold: Promise.resolve(),
    tell,
    listeners: () => listeners.size,
    judge(stationId, quiet = false) {
      const verdict = { ...examples.verdict, id: newId(), seq: verdicts.length + 1, stationId }
      verdicts.push(verdict)
      if (!quiet) tell({ type: 'verdict', verdict })
      return verdict
    },
    register: fakeRegister(),
    moves: fakeMoves(),
    models,
    dropIn: openDropIn({
      settings: memorySettings(),
      stations: port,
      models,
      store: memoryDropIn(),
      egress: { fetch: () => Promise.reject(new Error('nothing goes out here')) },
      files: { put: async () => '0'.repeat(64), get: async () => examplePicture },
      register: fakeRegister(),
      clock: Date.now,
      onError: () => undefined,
    }),
    accounts: createAccounts({
      store: memoryStore(),
      clock: Date.now,
      random: randomBytes,
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      password: plainPasswords(),
    }),
    egress: { list: async () => [examples.egress], total: async () => ({ bytes: 0, connections: 0 }) },
    replies: {
      async find(key, fingerprint) {
        const reply = replies.get(key)
        if (reply && reply.fingerprint !== fingerprint) throw new NabijError('NABIJ_KEY_REUSED', { key })
        return reply ? { status: reply.status, body: reply.body } : null
      },
      async store(key, fingerprint, reply) {
        replies.set(key, { fingerprint, ...reply })
      },
    },
    async *verdictLines(stationId, { from, to }) {
      for (const verdict of verdicts)
        if (verdict.stationId === stationId && verdict.recordedAt >= from && verdict.recordedAt < to)
          yield { verdict, key: null }
    },
    async photoThumb(id) {
      found(photos.get(id), id)
      return examplePicture
    },
    cameras: async () => [{ address: '/dev/video0', name: 'Bench camera' }],
    status: async () => ({ ...examples.status, workspace: kind, stations: stations.size }),
    jobs: port.jobs,
    job: port.job,
    cancelJob: port.cancelJob,
    backUp: async () => newJob({ kind: 'backup', stationId: null }),
    backups: async () => [examples.backup],
    async backupFile(name) {
      if (name !== examples.backup.name) throw new NabijError('NABIJ_NOT_FOUND', { what: name })
      return backupFile
    },
    listen: () => () => undefined,
  }
  return fake
}

/** The first bytes of a JPEG: the server never looks further. */
export const examplePicture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

function memorySettings() {
  const values = new Map<string, string>()
  return {
    get: async (name: string) => values.get(name) ?? null,
    set: async (name: string, value: string) => void values.set(name, value),
  }
}
