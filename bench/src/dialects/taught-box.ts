import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { boxAddress } from '../box-address.ts'
import { ask, askJson } from './ask.ts'
import type { Key } from './questions.ts'

export interface TaughtBox {
  address: string
  stationId: string
  /** By the id of the dialect. */
  routes: Map<string, { base: string; key: Key }>
  stop(): Promise<void>
}

/** What old programs call the station. */
export const model = 'biscuits'

/** A box of its own, as it is started by hand, with one taught station and a route of each dialect to it. */
export async function startTaughtBox(command: string, photos: Uint8Array[], signal: AbortSignal): Promise<TaughtBox> {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  const words = [command, 'start', '--port', '0', '--data', join(folder, 'data'), '--json']
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const stop = async () => {
    await ended(server)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const address = await boxAddress(server)
    const api = `${address}/api/v1`
    const station = { name: 'Biscuits', source: { kind: 'http' } }
    const { id: stationId } = await askJson<{ id: string }>('POST', `${api}/stations`, station)
    for (const [n, photo] of photos.entries())
      await ask({ url: `${api}/stations/${stationId}/photos?label=good&name=${n}.jpg`, body: photo })
    const job = await askJson<{ id: string }>('POST', `${api}/stations/${stationId}/teach`)
    await taught(`${api}/jobs/${job.id}`, signal)
    return { address, stationId, routes: await addRoutes(address, stationId), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function addRoutes(address: string, stationId: string): Promise<TaughtBox['routes']> {
  const api = `${address}/api/v1/drop-in`
  const { dialects } = await askJson<{ dialects: { id: string; path: string }[] }>('GET', `${api}/dialects`)
  const routes: TaughtBox['routes'] = new Map()
  for (const { id, path } of dialects) {
    const route = { dialect: id, model, stationId, perSecond: 1000 }
    const { key } = await askJson<{ key: Key }>('POST', `${api}/routes`, route)
    routes.set(id, { base: `${address}${path}`, key })
  }
  return routes
}

async function taught(job: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { state } = await askJson<{ state: string }>('GET', job)
    if (state === 'done') return
    if (state === 'failed' || state === 'cancelled') throw new Error(`teaching ${state}`)
    await wait(200, undefined, { signal })
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'close')
}
