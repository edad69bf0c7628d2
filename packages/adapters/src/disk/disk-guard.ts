import { statfs } from 'node:fs/promises'
import { NabijError } from '@nabij/base'
import type { DiskGuard } from '@nabij/stations'

export interface DiskGuardOptions {
  /** Any path on the disk that is guarded. */
  folder: string
  /** Bytes free below which retention becomes stricter. */
  low?: number
  /** Bytes free below which no new pictures are stored, so that there is room for verdicts. */
  full?: number
  /** Bytes free below which nothing is stored: what is left is for the database to finish what it does. */
  floor?: number
  /** Looks again this often once started. */
  everyMs?: number
  /** Bytes free on the disk of a path; the system's own answer unless a test gives another. */
  freeBytes?: (folder: string) => Promise<number>
}

export interface RunningDiskGuard extends DiskGuard {
  /** Looks now, and then again and again; `stop` ends that. */
  start(): Promise<void>
  stop(): void
  refresh(): Promise<void>
  /** @throws NabijError NABIJ_DISK_FULL when the disk is full: pictures are no longer stored. */
  requireRoomForPicture(): void
  /** @throws NabijError NABIJ_DISK_FULL below the floor: then not even a verdict is taken in. */
  requireRoomForVerdict(): void
}

const megabyte = 2 ** 20

/** Watches the room on a disk. Asking it costs nothing: it answers with what it saw last. */
export function diskGuard(options: DiskGuardOptions): RunningDiskGuard {
  const { folder, low = 2048 * megabyte, full = 512 * megabyte, floor = 64 * megabyte, everyMs = 5000 } = options
  const read = options.freeBytes ?? freeOnDisk
  let free = Number.MAX_SAFE_INTEGER
  let timer: NodeJS.Timeout | undefined

  async function refresh(): Promise<void> {
    free = await read(folder)
  }

  function requireRoom(bytes: number): void {
    if (free < bytes) throw new NabijError('NABIJ_DISK_FULL', { freeBytes: free })
  }

  return {
    state: () => ({ freeBytes: free, state: free < full ? 'full' : free < low ? 'low' : 'ok' }),
    async start() {
      await refresh()
      timer = setInterval(() => {
        // A folder that cannot be asked has a problem that whoever writes there reports better.
        refresh().catch(() => undefined)
      }, everyMs)
      timer.unref()
    },
    stop: () => clearInterval(timer),
    refresh,
    requireRoomForPicture: () => requireRoom(full),
    requireRoomForVerdict: () => requireRoom(floor),
  }
}

/** Bytes that an ordinary user may still write. */
async function freeOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
