import type { Correction, Job, Station, Verdict } from '@nabij/base'

export interface EventHandlers {
  verdicts(verdicts: Verdict[]): void
  station(station: Station): void
  stationRemoved(id: string): void
  job(job: Job): void
  /** A person's word changed what a station knows. */
  correction(correction: Correction): void
  /** The line is there (again): what was missed has to be asked for. */
  open(): void
  /** The line is gone since then. */
  lost(since: number): void
}

/** Verdicts can come sixty a second: they are handed on together, this many milliseconds apart. */
const batchEvery = 200
const retryAfter = 2000

/**
 * Listens to a workspace's events until the returned function is called.
 * While the page is hidden the line is closed: browsers allow six per address over all tabs.
 */
export function listen(base: string, handlers: EventHandlers): () => void {
  let line: EventSource | null = null
  let lostSince: number | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let waiting: Verdict[] = []
  const batch = setInterval(() => {
    if (waiting.length === 0) return
    const verdicts = waiting
    waiting = []
    handlers.verdicts(verdicts)
  }, batchEvery)

  const close = (): void => {
    clearTimeout(retry)
    line?.close()
    line = null
  }
  const open = (): void => {
    close()
    if (document.hidden) return
    const source = new EventSource(`${base}/events`)
    line = source
    const on = <T>(name: string, handle: (value: T) => void): void =>
      source.addEventListener(name, (event: MessageEvent<string>) => handle(JSON.parse(event.data) as T))
    on<Verdict>('verdict', (verdict) => waiting.push(verdict))
    on<Station>('station', handlers.station)
    on<{ stationId: string }>('station-removed', ({ stationId }) => handlers.stationRemoved(stationId))
    on<Job>('job', handlers.job)
    on<Correction>('correction', handlers.correction)
    source.addEventListener('open', () => {
      lostSince = null
      handlers.open()
    })
    source.addEventListener('error', () => {
      lostSince ??= Date.now()
      handlers.lost(lostSince)
      // The browser tries again by itself after a cut, but not after an answer that was an error.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, retryAfter)
    })
  }
  const onVisibility = (): void => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', onVisibility)
  open()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    clearInterval(batch)
    close()
  }
}
