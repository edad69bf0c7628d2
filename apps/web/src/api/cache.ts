import type { Correction, Counts, Feedback, Job, Station, Verdict } from '@nabij/base'
import type { QueryClient } from '@tanstack/react-query'

/** Names of what is kept; `base` keeps the sample apart from the company's own. */
export const keys = {
  all: (base: string) => [base] as const,
  status: (base: string) => [base, 'status'] as const,
  stations: (base: string) => [base, 'stations'] as const,
  photos: (base: string, stationId: string) => [base, 'photos', stationId] as const,
  photoParts: (base: string, photoId: string, recipeId: string) => [base, 'photo-parts', photoId, recipeId] as const,
  recipes: (base: string, stationId: string) => [base, 'recipes', stationId] as const,
  verdicts: (base: string, stationId: string) => [base, 'verdicts', stationId] as const,
  mistakes: (base: string, stationId: string) => [base, 'mistakes', stationId] as const,
  corrections: (base: string, stationId: string) => [base, 'corrections', stationId] as const,
  comparison: (base: string, stationId: string, before: string, after: string) =>
    [base, 'comparison', stationId, before, after] as const,
  nearest: (base: string, verdictId: string) => [base, 'nearest', verdictId] as const,
  overview: (base: string, stationId: string, from: number, to: number) =>
    [base, 'overview', stationId, from, to] as const,
  outputs: (base: string, stationId: string) => [base, 'outputs', stationId] as const,
  verdict: (base: string, id: string) => [base, 'verdict', id] as const,
  series: (base: string, stationId: string, bucket: string) => [base, 'series', stationId, bucket] as const,
  jobs: (base: string) => [base, 'jobs'] as const,
  backups: (base: string) => [base, 'backups'] as const,
  egress: (base: string) => [base, 'egress'] as const,
}

/** How many of a station's newest verdicts are kept on the page. */
export const recentVerdicts = 200

/** Puts new verdicts (oldest first) where they belong: the station's last one and counts, and its list. */
export function takeVerdicts(client: QueryClient, base: string, verdicts: Verdict[]): void {
  for (const [stationId, fresh] of Map.groupBy(verdicts, (verdict) => verdict.stationId)) {
    client.setQueryData<Station[]>(keys.stations(base), (stations) =>
      stations?.map((station) => (station.id === stationId ? withVerdicts(station, fresh) : station)),
    )
    client.setQueryData<Verdict[]>(keys.verdicts(base, stationId), (known) => known && newestFirst(fresh, known))
  }
}

function newestFirst(fresh: Verdict[], known: Verdict[]): Verdict[] {
  const top = known[0]?.seq ?? 0
  const added = fresh.filter((verdict) => verdict.seq > top).reverse()
  return added.length === 0 ? known : [...added, ...known].slice(0, recentVerdicts)
}

function withVerdicts(station: Station, fresh: Verdict[]): Station {
  const seen = station.lastVerdict?.seq ?? 0
  const unseen = fresh.filter((verdict) => verdict.seq > seen)
  const last = unseen.at(-1)
  if (!last) return station
  const today: Counts = { ...station.today }
  for (const { verdict } of unseen) today[verdict] += 1
  return { ...station, today, lastVerdict: last }
}

/** Puts a station in its place in the list, or at its end. */
export function takeStation(client: QueryClient, base: string, station: Station): void {
  client.setQueryData<Station[]>(keys.stations(base), (stations) => {
    if (!stations) return stations
    const known = stations.some(({ id }) => id === station.id)
    return known ? stations.map((other) => (other.id === station.id ? station : other)) : [...stations, station]
  })
}

export function dropStation(client: QueryClient, base: string, id: string): void {
  client.setQueryData<Station[]>(keys.stations(base), (stations) => stations?.filter((station) => station.id !== id))
}

/** Puts a job in front of the list, and asks again for what its end has changed. */
export function takeJob(client: QueryClient, base: string, job: Job): void {
  client.setQueryData<Job[]>(keys.jobs(base), (jobs) => [job, ...(jobs ?? []).filter(({ id }) => id !== job.id)])
  if (job.finishedAt === null) return
  if (job.stationId) void client.invalidateQueries({ queryKey: keys.recipes(base, job.stationId) })
  void client.invalidateQueries({ queryKey: keys.stations(base) })
  if (job.kind !== 'backup') return
  void client.invalidateQueries({ queryKey: keys.backups(base) })
  void client.invalidateQueries({ queryKey: keys.status(base) })
}

/** What a person said of a verdict, wherever that verdict is shown; null: taken back. */
export function takeFeedback(
  client: QueryClient,
  base: string,
  of: Pick<Verdict, 'id' | 'stationId'>,
  feedback: Feedback | null,
): void {
  const marked = (verdict: Verdict): Verdict => (verdict.id === of.id ? { ...verdict, feedback } : verdict)
  client.setQueryData<Verdict>(keys.verdict(base, of.id), (verdict) => verdict && marked(verdict))
  client.setQueryData<Verdict[]>(keys.verdicts(base, of.stationId), (verdicts) => verdicts?.map(marked))
  client.setQueryData<Station[]>(keys.stations(base), (stations) =>
    stations?.map((station) =>
      station.id === of.stationId && station.lastVerdict
        ? { ...station, lastVerdict: marked(station.lastVerdict) }
        : station,
    ),
  )
}

/** Puts a correction in its place, and asks again for what it has changed: versions, photos, mistakes. */
export function takeCorrection(client: QueryClient, base: string, correction: Correction): void {
  const { stationId, verdictId, state, label, kind, at, by } = correction
  client.setQueryData<Correction[]>(
    keys.corrections(base, stationId),
    (known) => known && [correction, ...known.filter(({ id }) => id !== correction.id)].sort((a, b) => b.at - a.at),
  )
  const holds = state === 'applied' || state === 'asks'
  if (verdictId) takeFeedback(client, base, { id: verdictId, stationId }, holds ? { label, kind, at, by } : null)
  for (const name of [keys.recipes, keys.photos, keys.mistakes])
    void client.invalidateQueries({ queryKey: name(base, stationId) })
  void client.invalidateQueries({ queryKey: keys.stations(base) })
}
