import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { NabijError } from '@nabij/base'
import type { FrameSource, SourceFrame } from '@nabij/stations'
import { type Announcements, announcementsOf } from './announcements.ts'
import { createLedger, keyOf, type Ledger, type Part } from './ledger.ts'
import { type FolderLimits, usualLimits } from './limits.ts'
import { identityOf, namesIn, versionsOf } from './look.ts'
import { readPart } from './read-part.ts'

export interface FolderOptions {
  path: string
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
  /** Whether a part with this key has its verdict already: then its file is not even read. */
  known?(key: string): Promise<boolean>
  limits?: Partial<FolderLimits>
}

/**
 * A triggered source: each picture that is put into the folder is a part. Files are never touched; a file that has been
 * judged is known by its key (name, size, time of change), so a restart judges nothing twice.
 * `frames` throws NABIJ_FOLDER_GONE or NABIJ_FOLDER_FORBIDDEN when the folder cannot be looked into.
 */
export function folderSource(options: FolderOptions): FrameSource {
  const folder = resolve(options.path)
  const limits = { ...usualLimits, ...options.limits }

  async function* frames(signal: AbortSignal): AsyncIterable<SourceFrame> {
    const ledger = createLedger()
    const announced = announcementsOf(folder)
    const handle = partHandler(folder, ledger, limits, options)
    try {
      for (let looks = 0; !signal.aborted; looks++) {
        await look(folder, ledger, announced, looks % limits.looksPerFullLook === 0, limits)
        for (const part of ledger.due(performance.now())) {
          if (signal.aborted) return
          const frame = await handle(part)
          if (frame) yield frame
        }
        await rest(announced, ledger, limits, signal)
      }
    } finally {
      announced.close()
    }
  }

  return { mode: 'triggered', frames }
}

/** Brings the ledger up to date: with what is new or announced, now and then with everything. */
async function look(
  folder: string,
  ledger: Ledger,
  announced: Announcements,
  full: boolean,
  { settle }: FolderLimits,
): Promise<void> {
  announced.follow(await identityOf(folder))
  const touched = announced.take()
  const files = await namesIn(folder)
  ledger.keepOnly(files)
  const interesting = files.filter(
    (file) => full || touched === null || !ledger.knows(file) || touched.has(file.toString('latin1')),
  )
  const now = performance.now()
  for (const { file, version } of await versionsOf(folder, interesting)) ledger.saw(file, version, now, settle)
}

/** Decides what becomes of a part whose time has come: a frame, another look later, or nothing. */
function partHandler(
  folder: string,
  ledger: Ledger,
  limits: FolderLimits,
  { known, log }: FolderOptions,
): (part: Part) => Promise<SourceFrame | null> {
  const reported = new WeakSet<Part>()
  const report = (part: Part, why: string): void => {
    if (reported.has(part)) return
    reported.add(part)
    const { code, message } = new NabijError('NABIJ_FOLDER_FILE_UNREADABLE', { name: nameOf(part), why })
    log('warn', message, { code, folder, name: nameOf(part), why })
  }

  return async (part) => {
    const key = keyOf(part)
    if (await known?.(key)) {
      part.due = Infinity
      return null
    }
    const read = await readPart(folder, part, limits.largest)
    const now = performance.now()
    if (read.kind === 'picture' && (read.whole || now - part.since >= limits.patience)) {
      part.due = now + limits.again
      return frameOf(part, key, read.bytes)
    }
    switch (read.kind) {
      case 'picture':
        // Its end is missing. Each time twice as long after its last change.
        part.due = now + Math.max(limits.settle, now - part.since)
        break
      case 'changed':
        ledger.saw(part.file, read.version, now, limits.settle)
        break
      case 'gone':
        ledger.forget(part)
        break
      case 'unreadable':
        report(part, read.why)
        part.due = now + limits.retry
        break
      case 'too large':
        report(part, `> ${limits.largest} bytes`)
        part.due = Infinity
        break
      case 'no picture':
        part.due = Infinity
        break
    }
    return null
  }
}

function frameOf(part: Part, key: string, picture: Uint8Array): SourceFrame {
  return {
    picture,
    capturedAt: Number(part.changed / 1_000_000n),
    name: nameOf(part),
    key,
    truth: null,
    taken: async () => {
      part.due = Infinity
    },
  }
}

function nameOf({ file }: Part): string {
  return file.toString('utf8')
}

/** Until there is something to look at: an announcement, a part whose time has come, or the next look in any case. */
async function rest(
  announced: Announcements,
  ledger: Ledger,
  { look, breath }: FolderLimits,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now()
  await announced.wait(Math.max(breath, Math.min(look, ledger.nextDue() - began)), signal)
  const left = breath - (performance.now() - began)
  if (left > 0) await sleep(left, undefined, { signal }).catch(() => undefined)
}
