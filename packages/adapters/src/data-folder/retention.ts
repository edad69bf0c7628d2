import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock, DiskGuard } from '@nabij/stations'
import type { DataFolder } from './open-data-folder.ts'
import type { Keeping, Kept, KeptPicture, StoredFiles } from './ports.ts'

const day = 86_400_000

export interface RetentionLimits {
  /** Bytes that pictures, photos and recipes may take together. */
  bytes: number
  /** Days that a picture is kept, by its rank (see adapters/sqlite/keep-rank.ts), least worth keeping first. */
  pictureDays: number[]
  /** The same for the small pictures, which stay when the large ones go. */
  thumbDays: number[]
  /** Days that a verdict is kept without its picture. */
  verdictDays: number
  /** Days that the score line has minutes; after that it has hours, for ever. */
  minuteDays: number
}

export const usualLimits: RetentionLimits = {
  bytes: 20 * 2 ** 30,
  pictureDays: [30, 90, 180, 365, 730, 3 * 365],
  thumbDays: [180, 365, 730, 3 * 365, 3 * 365, 3 * 365],
  verdictDays: 3 * 365,
  minuteDays: 90,
}

export interface RetentionOptions {
  folder: DataFolder
  keeping: Keeping
  files: StoredFiles
  disk: DiskGuard & { refresh(): Promise<void> }
  clock: Clock
  limits?: RetentionLimits
  /** Time between two rounds once started. */
  everyMs?: number
  onError?: (error: unknown) => void
}

/** What one round took away. */
export interface Retained {
  pictures: number
  orphans: number
  rows: number
  /** Bytes of files that are left. */
  bytes: number
}

export interface Retention {
  start(): void
  /** Ends after the step that runs now. */
  stop(): Promise<void>
  /** Everything that has to go, in small steps between which others get their turn. */
  round(): Promise<Retained>
}

interface Pick {
  what: Kept
  pictures: KeptPicture[]
}

/** Rows in one step: a few milliseconds of the writer's time. */
const stepRows = 200
/** A file that no row refers to may belong to a verdict that is being written. */
const orphanAge = 60 * 60_000
/** Ranks that go when the disk is low (passes only) or full (all but the worst). */
const goesWhen = { ok: -1, low: 2, full: 3 }
/** When there is too much: a small picture stays this many times as long as a large one of the same rank. */
const smallStay = 4

export function retention(options: RetentionOptions): Retention {
  const { folder, keeping, files: stored, disk, clock, limits = usualLimits, everyMs = 10 * 60_000 } = options
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  async function round(): Promise<Retained> {
    const gone: Retained = { pictures: 0, orphans: 0, rows: 0, bytes: 0 }
    const files = await walk(gone)
    for (const [what, days] of [
      ['frame', limits.pictureDays],
      ['thumb', limits.thumbDays],
    ] as const) {
      const olderThan = days.map((count) => clock() - count * day)
      const pick = async (): Promise<Pick> => ({
        what,
        pictures: await keeping.leastWorthKeeping(what, stepRows, olderThan),
      })
      while (!stopping.signal.aborted && (await step(gone, pick))) await nextTurn()
    }
    const eachBytes = gone.bytes / files
    while (
      !stopping.signal.aborted &&
      gone.bytes > limits.bytes &&
      (await step(gone, () => tooMuch(gone.bytes, eachBytes)))
    )
      await nextTurn()
    while (!stopping.signal.aborted && (await step(gone, whatTheDiskAsks))) await disk.refresh()
    await deleteRows(gone)
    return gone
  }

  /** Takes one handful of pictures away; false when there was none. */
  function step(gone: Retained, pick: () => Promise<Pick>): Promise<boolean> {
    return folder.inTurn(async () => {
      const { what, pictures } = await pick()
      const seqs = pictures.map((picture) => picture.seq)
      if (seqs.length === 0) return false
      for (const hash of await keeping.forgetPictures(what, seqs)) gone.bytes -= await stored.remove(hash)
      gone.pictures += seqs.length
      return true
    })
  }

  /** About as many as are too much (each is a picture, its map and a small one): not a whole handful when one would do. */
  function tooMuch(bytes: number, eachBytes: number): Promise<Pick> {
    const wanted = Math.ceil((bytes - limits.bytes) / eachBytes / 3)
    return leastWorth(Math.min(stepRows, Math.max(1, wanted)))
  }

  async function whatTheDiskAsks(): Promise<Pick> {
    const highest = goesWhen[disk.state().state]
    if (highest < 0) return { what: 'frame', pictures: [] }
    const { what, pictures } = await leastWorth(stepRows)
    return { what, pictures: pictures.filter((picture) => picture.keep <= highest) }
  }

  /** Of the lowest rank that still has any: the large pictures, or the small ones that have outlived them. */
  async function leastWorth(limit: number): Promise<Pick> {
    const frames = await keeping.leastWorthKeeping('frame', limit)
    const thumbs = await keeping.leastWorthKeeping('thumb', limit)
    const what = goesFirst(frames[0], thumbs[0], clock())
    const offered = what === 'frame' ? frames : thumbs
    return { what, pictures: offered.filter((picture) => picture.keep === offered[0]?.keep) }
  }

  /** Counts the files and adds them up, and removes those that a run which was killed left without a row. */
  async function walk(gone: Retained): Promise<number> {
    let count = 0
    for (let n = 0; n < 256 && !stopping.signal.aborted; n++) {
      const found = await stored.list(n.toString(16).padStart(2, '0'))
      gone.bytes += found.reduce((sum, file) => sum + file.bytes, 0)
      count += found.length
      const old = found.filter((file) => Math.abs(clock() - file.storedAt) > orphanAge).map((file) => file.sha256)
      for (let from = 0; from < old.length; from += stepRows) {
        await folder.inTurn(async () => {
          for (const hash of await keeping.unreferenced(old.slice(from, from + stepRows))) {
            gone.bytes -= await stored.remove(hash)
            gone.orphans += 1
          }
        })
      }
    }
    return count
  }

  async function deleteRows(gone: Retained): Promise<void> {
    const now = clock()
    const times = { verdictsBefore: now - limits.verdictDays * day, minutesBefore: now - limits.minuteDays * day }
    while (!stopping.signal.aborted) {
      const rows = await keeping.deleteOldRows(times, stepRows)
      if (rows === 0) return
      gone.rows += rows
      await nextTurn()
    }
  }

  return {
    round,
    start() {
      let busy = false
      const again = () => {
        if (busy) return
        busy = true
        running = round()
          .catch((error) => options.onError?.(error))
          .finally(() => {
            busy = false
          })
      }
      timer = setInterval(again, everyMs)
      timer.unref()
      again()
    },
    async stop() {
      stopping.abort()
      clearInterval(timer)
      await running
    },
  }
}

function goesFirst(frame: KeptPicture | undefined, thumb: KeptPicture | undefined, now: number): Kept {
  if (!frame || !thumb) return frame ? 'frame' : 'thumb'
  if (frame.keep !== thumb.keep) return frame.keep < thumb.keep ? 'frame' : 'thumb'
  return (now - frame.recordedAt) * smallStay >= now - thumb.recordedAt ? 'frame' : 'thumb'
}
