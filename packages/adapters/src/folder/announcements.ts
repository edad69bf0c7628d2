import { type FSWatcher, watch } from 'node:fs'

/** What the system announces about a folder; where it announces nothing, the looks at intervals have to do. */
export interface Announcements {
  /** Follows the folder with this identity from now on; a folder made anew is followed anew. */
  follow(identity: string): boolean
  /** Names announced since the last call, as Latin-1; null when any may have changed. */
  take(): Set<string> | null
  /** Resolves with the next announcement, after `ms`, or when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>
  close(): void
}

/** Above so many names it is cheaper to look at all of them. */
const most = 1000

export function announcementsOf(folder: string): Announcements {
  let watcher: FSWatcher | null = null
  let followed: string | null = null
  let names: Set<string> | null = new Set()
  let wake: (() => void) | null = null

  function announce(name: Buffer | null): void {
    names = name && names && names.size < most ? names.add(name.toString('latin1')) : null
    wake?.()
  }
  function close(): void {
    watcher?.close()
    watcher = null
  }

  return {
    follow(identity) {
      if (identity === followed) return false
      close()
      followed = identity
      names = null
      try {
        watcher = watch(folder, { encoding: 'buffer', persistent: false }, (_event, name) => announce(name))
        // The watch itself broke (a share that went away): the looks go on.
        watcher.on('error', close)
      } catch {
        // The system has no watches left, or has none for this kind of disk.
      }
      return true
    },
    take() {
      const taken = names
      names = new Set()
      return taken
    },
    async wait(ms, signal) {
      if (signal.aborted || (names?.size ?? 1) > 0) return
      const { promise, resolve } = Promise.withResolvers<unknown>()
      const timer = setTimeout(resolve, ms)
      wake = () => resolve(null)
      signal.addEventListener('abort', resolve, { once: true })
      await promise
      signal.removeEventListener('abort', resolve)
      wake = null
      clearTimeout(timer)
    },
    close,
  }
}
