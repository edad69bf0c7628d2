import type { Photo } from '@nabij/base'

/** A file on its way to the box, or one that the box did not take. */
export interface Upload {
  key: number
  file: File
  /** How much has been sent, 0 to 1. */
  share: number
  state: 'waiting' | 'sending' | 'refused' | 'twice'
  error: unknown
}

export interface UploadQueue {
  add(files: File[]): void
  /** Forgets what was refused or was there already. */
  clear(): void
  /** Another list each time that something changed. */
  uploads(): Upload[]
  subscribe(watcher: () => void): () => void
}

/** More at a time do not make it faster: the box looks at each photo before it answers. */
const atOnce = 3

/** Sends files a few at a time. `taken` puts an arrived photo in its place, and says whether it is a new one. */
export function createUploadQueue(
  send: (file: File, onProgress: (share: number) => void) => Promise<Photo>,
  taken: (photo: Photo) => boolean,
): UploadQueue {
  let all: Upload[] = []
  let nextKey = 1
  const watchers = new Set<() => void>()

  return {
    add(files) {
      const added = files.map((file): Upload => ({ key: nextKey++, file, share: 0, state: 'waiting', error: null }))
      set([...all, ...added])
      startMore()
    },
    clear() {
      set(all.filter(isOnItsWay))
    },
    uploads: () => all,
    subscribe(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }

  function set(next: Upload[]): void {
    all = next
    for (const watcher of watchers) watcher()
  }

  function change(key: number, part: Partial<Upload>): void {
    set(all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  }

  function startMore(): void {
    const free = atOnce - all.filter(({ state }) => state === 'sending').length
    const next = all.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))
    for (const { key } of next) change(key, { state: 'sending' })
    for (const upload of next) void sendOne(upload)
  }

  async function sendOne({ key, file }: Upload): Promise<void> {
    try {
      const photo = await send(file, (share) => change(key, { share }))
      if (taken(photo)) set(all.filter((upload) => upload.key !== key))
      else change(key, { state: 'twice' })
    } catch (error) {
      change(key, { state: 'refused', error })
    }
    startMore()
  }
}

export function isOnItsWay({ state }: Upload): boolean {
  return state === 'waiting' || state === 'sending'
}
