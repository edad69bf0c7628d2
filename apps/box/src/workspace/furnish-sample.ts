import type { Job, Station } from '@nabij/base'
import type { Stations } from '@nabij/stations'
import type { SampleStation } from './sample-stations.ts'

/**
 * Makes the sample's stations and teaches them, as far as that has not been done: it may be cut off at any moment and
 * goes on where it was. First both stations are there, so that their pictures are seen while they learn.
 */
export async function furnishSample(stations: Stations, plan: readonly SampleStation[]): Promise<void> {
  const there: [Station, SampleStation][] = []
  const present = await stations.list()
  for (const each of plan) {
    const found = present.find(({ source }) => sceneOf(source) === sceneOf(each.config.source))
    there.push([found ?? (await stations.create(each.config)), each])
  }
  for (const [station, { photos }] of there) {
    if (station.recipe) continue
    // The same bytes at the same station are one photo: offering all of them again doubles none.
    for (const { picture, name } of await photos())
      await stations.addPhoto(station.id, { picture, name, label: 'good' })
    await untilTaught(stations, station.id)
  }
}

function sceneOf(source: Station['source']): string {
  return source.kind === 'simulator' ? source.scene : source.kind
}

async function untilTaught(stations: Stations, stationId: string): Promise<void> {
  const ended = Promise.withResolvers<Job>()
  const ids = new Set<string>()
  const hear = (job: Job) => {
    if (ids.has(job.id) && job.state !== 'queued' && job.state !== 'running') ended.resolve(job)
  }
  const silence = stations.listen((event) => event.type === 'job' && hear(event.job))
  try {
    const { id } = await stations.teach(stationId)
    ids.add(id)
    hear(stations.job(id))
    await ended.promise
  } finally {
    silence()
  }
}
