import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { encodeJpeg, sharpDecoder } from '@nabij/adapters/sharp'
import { randomOf, simulators } from '@nabij/simulators'
import { decodingFor, learnKinds, type NamedDefect, nameKind, openCorrector, teach, viewsOf } from '@nabij/vision'
import { labelledSets } from './labelled-sets.ts'
import { shuffled } from './quality/draws.ts'
import { meanOf } from './quality/intervals.ts'

export interface KindsBenchInput {
  /** Path of the ONNX graph whose features are used. */
  model: string
  /** Folder of the labelled sets; without it only the simulated biscuits are named. */
  data?: string
  /** Numbers of defects that a person named, how often each is drawn, and how many simulated defects there are. */
  counts?: number[]
  draws?: number
  biscuits?: number
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

/** What the naming of defects was worth, of one number of named ones; shares of defects that were not named. */
export interface KindsRow {
  set: string
  kinds: number
  named: number
  draws: number
  /** Of those that got a name, and how sure it was on average: alike when confidence says what it is worth. */
  right: number
  confidence: number
  /** Each of the named ones as if it had not been named: the share that is right among those that got a name. */
  rightAlone: number
  /** The same by confidence: below 0.6, below 0.9, above. */
  reliability: { of: number; confidence: number; right: number }[]
  /** Called like none of them: of kinds that were named, and of a kind that never was. */
  unknown: number
  unknownNew: number
}

interface Defects {
  set: string
  all: NamedDefect[]
}
interface Named {
  kind: string
  said: string | null
  confidence: number
}

const taught = 20
const basic = ['burnt', 'crack', 'dent', 'missing piece']

/** Teaches good parts once a set, then names defects from some that are drawn at random. */
export async function benchKinds(input: KindsBenchInput): Promise<KindsRow[]> {
  const { counts = [12, 24, 48], draws = 10, signal, onProgress } = input
  const sets = await defectsOf(input)
  const rows: KindsRow[] = []
  let done = 0
  for (const { set, all } of sets) {
    for (const count of counts) {
      signal?.throwIfAborted()
      const row = measured(set, all, count, draws)
      if (row) rows.push(row)
      onProgress?.(++done, sets.length * counts.length)
    }
  }
  return rows
}

function measured(set: string, all: NamedDefect[], count: number, draws: number): KindsRow | null {
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const random = randomOf(count)
  const [known, unseen, alone]: [Named[], Named[], Named[]] = [[], [], []]
  for (let draw = 0; draw < draws; draw++) {
    const order = shuffled(all, random)
    const learned = learnKinds(drawn(order, kinds, count))
    if (!learned) return null
    alone.push(...learned.alone)
    const rest = order.filter((each) => !drawn(order, kinds, count).includes(each))
    known.push(...rest.map(({ kind, part }) => ({ kind, ...nameKind(learned, part) })))
    // One kind that nobody has named yet, another each time.
    const left = kinds[draw % kinds.length] ?? ''
    const fewer = kinds.filter((kind) => kind !== left)
    const without = learnKinds(drawn(order, fewer, count))
    if (without)
      unseen.push(
        ...all.filter(({ kind }) => kind === left).map(({ kind, part }) => ({ kind, ...nameKind(without, part) })),
      )
  }
  if (known.length === 0) return null
  const saidOf = (list: Named[]) => list.filter(({ said }) => said !== null)
  const said = saidOf(known)
  return {
    set,
    kinds: kinds.length,
    named: count,
    draws,
    right: share(said, ({ kind, said }) => kind === said),
    confidence: meanOf(said.map(({ confidence }) => confidence)),
    rightAlone: share(saidOf(alone), ({ kind, said }) => kind === said),
    reliability: [
      [0, 0.6],
      [0.6, 0.9],
      [0.9, 1.01],
    ].map(([from = 0, to = 1]) => {
      const within = said.filter(({ confidence }) => confidence >= from && confidence < to)
      return {
        of: within.length,
        confidence: meanOf(within.map(({ confidence }) => confidence)),
        right: share(within, ({ kind, said }) => kind === said),
      }
    }),
    unknown: share(known, ({ said }) => said === null),
    unknownNew: share(unseen, ({ said }) => said === null),
  }
}

/** As many of each kind as it takes, the first ones. */
function drawn(order: NamedDefect[], kinds: string[], count: number): NamedDefect[] {
  const each = Math.max(2, Math.ceil(count / kinds.length))
  return kinds.flatMap((kind) => order.filter((one) => one.kind === kind).slice(0, each))
}

async function defectsOf({ model, data, biscuits = 20 }: KindsBenchInput): Promise<Defects[]> {
  const backbone = await readFile(model)
  const line = simulators.biscuits.open({ seed: 5, defectRate: 0 })
  const good = await Promise.all(Array.from({ length: taught }, () => encodeJpeg(line.next().picture)))
  const all = await seen(backbone, good, await simulated(biscuits))
  const sets = [
    { set: 'biscuits, four kinds', all: all.filter(({ kind }) => basic.includes(kind)) },
    { set: 'biscuits, all kinds', all },
  ]
  const screws = data === undefined ? [] : (await labelledSets(data)).filter(({ name }) => name.startsWith('screws'))
  for (const { name, teach, bad } of screws) {
    const step = teach.length / taught
    const photos = Array.from({ length: taught }, (_, n) => readFile(teach[Math.floor(n * step)] ?? ''))
    const pictures = bad.map(async (path) => ({ kind: basename(dirname(path)), picture: await readFile(path) }))
    sets.push({ set: name, all: await seen(backbone, await Promise.all(photos), await Promise.all(pictures)) })
  }
  return sets
}

/** So many of each kind. */
async function simulated(each: number): Promise<{ kind: string; picture: Uint8Array }[]> {
  const line = simulators.biscuits.open({ seed: 6, defectRate: 1 })
  const made: { kind: string; picture: Uint8Array }[] = []
  for (let tries = 0; tries < 40 * each && made.length < each * simulators.biscuits.defects.length; tries++) {
    const { picture, truth } = line.next()
    const kind = truth.defect ?? ''
    if (made.filter((one) => one.kind === kind).length < each) made.push({ kind, picture: await encodeJpeg(picture) })
  }
  return made
}

/** The worst part of each picture, as a taught recipe sees it. */
async function seen(
  backbone: Uint8Array,
  good: Uint8Array[],
  bad: { kind: string; picture: Uint8Array }[],
): Promise<NamedDefect[]> {
  const [runtime, decoder] = [onnxRuntime(), sharpDecoder()]
  const photos = good.map((picture) => ({ load: async () => picture }))
  const { onnx, facts } = await teach({ photos, decoder, runtime, backbone })
  const corrector = await openCorrector(onnx, runtime)
  const { size, fit } = decodingFor(facts)
  const found: NamedDefect[] = []
  for (const { kind, picture } of bad) {
    const { pixels } = await decoder.decode(picture, size, fit)
    const parts = []
    for (const view of viewsOf(pixels, facts)) parts.push(await corrector.view(await corrector.features(view.pixels)))
    const [part] = parts.toSorted((a, b) => (corrector.score([b]) ?? 0) - (corrector.score([a]) ?? 0))
    if (part) found.push({ kind, part })
  }
  await corrector.close()
  return found
}

function share<T>(list: T[], is: (each: T) => boolean): number {
  return list.length === 0 ? Number.NaN : list.filter(is).length / list.length
}
