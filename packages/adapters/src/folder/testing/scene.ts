import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceFrame } from '@nabij/stations'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { type FolderOptions, folderSource } from '../folder-source.ts'

/** A folder of its own for each test, and what is put into it. */
export let base: string
export let folder: string
export let jpeg: Uint8Array
export let png: Uint8Array

beforeAll(async () => {
  const image = sharp({ create: { width: 64, height: 64, channels: 3, background: 'orange' } })
  jpeg = await image.clone().jpeg().toBuffer()
  png = await image.clone().png().toBuffer()
})
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nabij-folder-'))
  folder = join(base, 'in')
  await mkdir(folder)
})
afterEach(() => {
  if (process.getuid?.() === 0) process.seteuid?.(0)
  return rm(base, { recursive: true, force: true })
})

/** The folder as a source, with a test's patience. */
export function watched(options: Partial<FolderOptions> = {}) {
  const logged: Record<string, unknown>[] = []
  const source = folderSource({
    path: folder,
    log: (_level, _message, fields) => logged.push(fields),
    ...options,
    limits: { settle: 20, look: 50, breath: 5, patience: 60_000, retry: 20, ...options.limits },
  })
  const stop = new AbortController()
  const frames = source.frames(stop.signal)[Symbol.asyncIterator]()
  const next = async (): Promise<SourceFrame> => {
    const { value, done } = await frames.next()
    if (done) throw new Error('the source ended')
    return value
  }
  const names = async (count: number): Promise<(string | null)[]> => {
    const found: (string | null)[] = []
    while (found.length < count) found.push((await next()).name)
    return found
  }
  /** Whatever comes after this file is all that ever comes: it is put there last and given last. */
  const end = async (): Promise<(string | null)[]> => {
    await put('the end.jpg', jpeg, 4_000_000_000)
    const found: (string | null)[] = []
    while (found.at(-1) !== 'the end.jpg') found.push((await next()).name)
    return found.slice(0, -1)
  }
  return { source, stop, frames, next, names, end, logged }
}

/** The super-user may read everything: the rest of the test runs as somebody who may not. */
export async function withoutRights(): Promise<void> {
  if (process.getuid?.() !== 0) return
  execFileSync('chown', ['-R', '65534', base])
  process.seteuid?.(65534)
}

/** A file as other programs deliver it: under its name at once. `at` is its time of change in seconds. */
export async function put(name: string | Buffer, bytes: Uint8Array, at?: number): Promise<void> {
  const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)])
  const aside = join(base, `aside-${Math.random()}`)
  await writeFile(aside, bytes)
  if (at !== undefined) await utimes(aside, at, at)
  await rename(aside, path)
}
