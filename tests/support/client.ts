import type { Job, Station, Verdict } from '@nabij/base'
import { until } from './until.ts'

/** A few calls to the box, as any HTTP client would make them. */
export async function call<T>(address: string, path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`${address}/api/v1${path}`, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text}`)
  return JSON.parse(text) as T
}

export function createStation(address: string, name: string, source: object = { kind: 'http' }): Promise<Station> {
  return call(address, '/stations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, source }),
  })
}

export async function teachStation(address: string, stationId: string, photos: Uint8Array[]): Promise<Job> {
  for (const [index, photo] of photos.entries())
    await call(address, `/stations/${stationId}/photos?label=good&name=good-${index}.jpg`, {
      method: 'POST',
      body: bodyOf(photo),
    })
  const job = await call<Job>(address, `/stations/${stationId}/teach`, { method: 'POST' })
  return finished(address, job.id)
}

export function finished(address: string, jobId: string): Promise<Job> {
  let job: Job | undefined
  const why = (): string => `the job did not end: ${JSON.stringify(job)}`
  return until(async () => {
    job = await call<Job>(address, `/jobs/${jobId}`)
    return job.state === 'queued' || job.state === 'running' ? null : job
  }, why)
}

export function postFrame(address: string, stationId: string, picture: Uint8Array, key: string): Promise<Verdict> {
  return call(address, `/stations/${stationId}/frames?name=${encodeURIComponent(key)}`, {
    method: 'POST',
    headers: { 'idempotency-key': key, 'content-type': 'image/jpeg' },
    body: bodyOf(picture),
  })
}

/** fetch takes bytes of an ArrayBuffer only; the type of a Buffer allows more. */
export function bodyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
