import { createHash } from 'node:crypto'
import type { DropInStore } from '@nabij/adapters/sqlite'
import { type Answer, asNabijError, newId } from '@nabij/base'
import type { Dialect, DialectCall, DialectRequest, DialectResponse } from '@nabij/dialects'
import { compareAnswers } from '@nabij/moves'
import { askCloud, type CloudPorts, passedOn, type Timed } from './ask-cloud.ts'
import type { StoredRoute } from './route-store.ts'
import type { ShadowQueue } from './shadow-queue.ts'

/** What is beside the answers of one route, since the box started. */
export interface ShadowCount {
  compared: number
  dropped: number
  fellBack: number
  cloudFailed: number
  unreadable: number
}

export interface BothPorts extends CloudPorts {
  store: Pick<DropInStore, 'record'>
  queue: ShadowQueue
  /** Keeps a picture about which both sides do not agree. */
  keep(picture: Uint8Array): Promise<string>
  /** Which model answers here. */
  boxVersion(route: StoredRoute): Promise<string | null>
  onError(error: unknown): void
}

/** One call, with all that is needed to answer it on either side. */
export interface Both {
  route: StoredRoute
  dialect: Dialect
  request: DialectRequest
  call: DialectCall
  /** The box's own answer. @throws what judging throws */
  box(): Promise<DialectResponse>
  count: ShadowCount
}

const hour = 3_600_000

/** Answers on whichever side the route says, and lets the other one look along. */
export async function answerBoth(both: Both, ports: BothPorts): Promise<DialectResponse> {
  const { route, request, call } = both
  const picture = pictureOf(call)
  const first = picture === null || route.cloud === null || request.headers[passedOn] ? 'box' : route.mode
  if (first === 'cloud-first') return cloudFirst(both, picture ?? none, ports)
  if (first === 'box-first') return boxFirst(both, picture ?? none, ports)
  const answer = await both.box()
  if (picture !== null) counted(route, 'box', ports)
  return answer
}

const none = new Uint8Array()

async function cloudFirst(both: Both, picture: Uint8Array, ports: BothPorts): Promise<DialectResponse> {
  const cloud = await cloudSays(both, ports).catch(asNabijError)
  if ('response' in cloud && isFine(cloud.response)) {
    offer(both, picture, ports, async (hash) => {
      const began = performance.now()
      const response = await both.box()
      await compared(both, { cloud, box: { response, ms: performance.now() - began }, hash, picture }, ports)
      await askedTwice(both, cloud, hash, ports)
    })
    return cloud.response
  }
  try {
    const answer = await both.box()
    both.count.fellBack += 1
    counted(both.route, 'box', ports)
    return answer
  } catch (error) {
    // Neither could: then it is the cloud's own word, which its client knows best.
    if ('response' in cloud) return cloud.response
    ports.onError(error)
    throw cloud
  }
}

async function boxFirst(both: Both, picture: Uint8Array, ports: BothPorts): Promise<DialectResponse> {
  const began = performance.now()
  let box: Timed
  try {
    const response = await both.box()
    box = { response, ms: performance.now() - began }
  } catch (error) {
    const cloud = await cloudSays(both, ports).catch(() => null)
    if (!cloud || !isFine(cloud.response)) throw error
    both.count.fellBack += 1
    return cloud.response
  }
  counted(both.route, 'box', ports)
  if (isAmong(hashOf(picture), both.route.sample))
    offer(both, picture, ports, async (hash) => {
      const cloud = await cloudSays(both, ports)
      if (!isFine(cloud.response)) return
      await compared(both, { cloud, box, hash, picture }, ports)
      await askedTwice(both, cloud, hash, ports)
    })
  return box.response
}

async function cloudSays({ route, dialect, request, count }: Both, ports: BothPorts): Promise<Timed> {
  if (route.cloud === null) throw asNabijError(new Error('no cloud'))
  try {
    const cloud = await askCloud(request, dialect, route.cloud, route.model, ports)
    if (!isFine(cloud.response)) count.cloudFailed += 1
    counted(route, isFine(cloud.response) ? 'cloud' : 'failed', ports)
    return cloud
  } catch (error) {
    count.cloudFailed += 1
    counted(route, 'failed', ports)
    throw error
  }
}

function offer(
  { count }: Both,
  picture: Uint8Array,
  { queue }: BothPorts,
  work: (hash: string) => Promise<void>,
): void {
  if (!queue.offer(picture.length, () => work(hashOf(picture)))) count.dropped += 1
}

/** How often the cloud agrees with itself: a sample is asked again. */
async function askedTwice(both: Both, first: Timed, hash: string, ports: BothPorts): Promise<void> {
  const { route } = both
  // Another part of the hash than the sample looks at: else the same pictures would always be the ones.
  if (!isAmong(hash.slice(16), route.twice)) return
  const again = await cloudSays(both, ports)
  if (!isFine(again.response)) return
  const said = meant(both, first.response, again.response)
  if (!said) return
  await record(both, { kind: 'twin', ...said, ms: [first.ms, again.ms], hash, frame: null, labelMap: {} }, ports)
}

async function compared(
  both: Both,
  { cloud, box, hash, picture }: { cloud: Timed; box: Timed; hash: string; picture: Uint8Array },
  ports: BothPorts,
): Promise<void> {
  const said = meant(both, cloud.response, box.response)
  if (!said) {
    both.count.unreadable += 1
    return
  }
  const { labelMap } = both.route
  const { agrees } = compareAnswers(said.cloud.answer, said.box.answer, optionsOf(both.route, labelMap))
  // Without room for the picture the comparison still counts.
  const frame = agrees ? null : await ports.keep(picture).catch(() => null)
  await record(both, { kind: 'pair', ...said, ms: [cloud.ms, box.ms], hash, frame, labelMap }, ports)
  both.count.compared += 1
}

interface Said {
  cloud: { answer: Answer; version: string | null }
  box: { answer: Answer; version: string | null }
}

function meant({ dialect, call }: Both, cloud: DialectResponse, box: DialectResponse): Said | null {
  const [ours, theirs] = [dialect.understand(call, cloud), dialect.understand(call, box)]
  return ours && theirs ? { cloud: ours, box: theirs } : null
}

interface Recorded extends Said {
  kind: 'pair' | 'twin'
  ms: [number, number]
  hash: string
  frame: string | null
  labelMap: Record<string, string>
}

async function record({ route }: Both, said: Recorded, ports: BothPorts): Promise<void> {
  const { kind, cloud, box, ms, hash, frame, labelMap } = said
  const { agrees, missed, decision } = compareAnswers(cloud.answer, box.answer, optionsOf(route, labelMap))
  await ports.store.record({
    kind,
    id: newId(),
    routeId: route.id,
    at: ports.clock(),
    picture: hash,
    frame,
    agrees,
    missed,
    decision,
    ms: { cloud: ms[0], box: ms[1] },
    version: { cloud: cloud.version, box: kind === 'pair' ? await ports.boxVersion(route) : box.version },
    answers: { cloud: cloud.answer, box: box.answer },
  })
}

function optionsOf({ limit, names, critical, modelId }: StoredRoute, labelMap: Record<string, string>) {
  return {
    labelMap,
    limit,
    good: names.good,
    critical,
    by: modelId === undefined ? ('decision' as const) : ('labels' as const),
  }
}

/** Nobody waits for the meter: an answer does not get slower by being counted. */
function counted(route: StoredRoute, by: 'cloud' | 'failed' | 'box', ports: BothPorts): void {
  const at = Math.floor(ports.clock() / hour) * hour
  ports.store.record({ routeId: route.id, at, by }).catch(ports.onError)
}

/** The picture that is judged; null: this call is about something else. */
function pictureOf(call: DialectCall): Uint8Array | null {
  if (call.do === 'judge') return call.picture
  if (call.do === 'invoke') return call.body
  if (call.do !== 'infer') return null
  const [input] = call.inputs
  return input?.data instanceof Uint8Array ? input.data : none
}

function isFine({ status }: DialectResponse): boolean {
  return status >= 200 && status < 300
}

function hashOf(picture: Uint8Array): string {
  return createHash('sha256').update(picture).digest('hex')
}

/** The same picture is always among the sample, or never. */
function isAmong(hash: string, share: number): boolean {
  return Number.parseInt(hash.slice(0, 12), 16) / 2 ** 48 < share
}
