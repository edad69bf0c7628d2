import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBlobs } from '@nabij/adapters/blobs'
import { dnsAsker } from '@nabij/adapters/egress'
import { openStores, type Stores } from '@nabij/adapters/sqlite'
import type { Finding, Service } from '@nabij/base'
import { findInstallation } from '../../../installation.ts'
import { parsed } from '../json.ts'
import { openRegister, type RegisterDesk } from '../register-desk.ts'

/** A register on a real database, with the real reader and the knowledge that is shipped. */
export interface OpenDesk {
  folder: string
  stores: Stores
  desk: RegisterDesk
  /** The desk's clock, epoch milliseconds. */
  time: { now: number }
  /** What the desk waits for, by its timer; calling one off takes it out. */
  waiting: Set<() => void>
  add(name: string, text: string): ReturnType<RegisterDesk['read']>
  services(): Promise<Service[]>
  service(id: string): Promise<Service | undefined>
  /** Stops it and opens the same folder again. */
  again(): Promise<void>
  close(): Promise<void>
}

export async function openDesk(): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-desk-'))
  const { readerProgram, compiledReader, knowledge, knowledgeProgram, chipProgram, paperProgram } = findInstallation()
  const time = { now: Date.parse('2026-11-25T12:00:00Z') }
  const waiting = new Set<() => void>()
  const timer = (_ms: number, action: () => void) => {
    waiting.add(action)
    return () => void waiting.delete(action)
  }
  const open = async () => {
    const stores = await openStores({ path: join(folder, 'nabij.sqlite'), clock: () => time.now })
    const desk = await openRegister({
      store: stores.register,
      settings: stores.settings,
      reader: { program: readerProgram, cache: compiledReader },
      knowledge,
      knowledgeProgram,
      chipProgram,
      files: await openBlobs({ folder, clock: () => time.now }),
      paperProgram,
      dns: dnsAsker({ ledger: stores.egress, clock: () => time.now, timeoutMs: 300, tries: 1 }),
      clock: () => time.now,
      timer,
      version: '0.0.0',
      sample: false,
      log: () => undefined,
    })
    return { stores, desk }
  }
  const opened: OpenDesk = {
    folder,
    time,
    waiting,
    ...(await open()),
    add: (name, text) => opened.desk.read({ name, bytes: bytesOf(text) }, { preview: false }),
    async services() {
      return parsed<{ services: Service[] }>(await opened.desk.overview()).services
    },
    async service(id) {
      return (await opened.services()).find((one) => one.id === id)
    },
    async again() {
      await opened.desk.stop()
      await opened.stores.close()
      Object.assign(opened, await open())
    },
    async close() {
      await opened.desk.stop()
      await opened.stores.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return opened
}

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text))
}

/** A lock file of npm with these packages. */
export function lockFile(...names: string[]): string {
  const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]))
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']))
  const root = { name: 'shop', version: '1.0.0', dependencies }
  return JSON.stringify({ name: 'shop', lockfileVersion: 3, packages: { '': root, ...packages } })
}

export function kindsOf(service: Service | undefined): Finding['kind'][] {
  return (service?.findings ?? []).map(({ kind }) => kind).sort()
}
