import { readFileSync } from 'node:fs'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { errorCatalogue, NabijError } from '@nabij/base'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { startBox, temporaryRoot } from '../support/box.ts'
import { bodyOf, createStation } from '../support/client.ts'
import { mutate, seededRandom } from '../support/mutate.ts'

const pictures = process.env.NABIJ_SLOW ? 8_000 : 1_200
const requests = process.env.NABIJ_SLOW ? 4_000 : 600
const program = new URL('../../apps/box/src/executor-main.ts', import.meta.url).pathname

describe('seeded mutations', () => {
  const log: string[] = []
  const executor = startExecutorPool({ program, executors: 2, log: (_level, message) => log.push(message) })
  afterAll(() => executor.stop())

  it(`${pictures} damaged pictures: each gets an answer or a named error, no executor dies`, { timeout: 1_200_000 }, async () => {
    const random = seededRandom(20261124)
    const originals = await originalsOfEachFormat()
    const outcomes = new Map<string, number>()
    const next = Array.from({ length: pictures }, (_, n) => mutate(originals[n % originals.length] as Uint8Array, random))
    await Promise.all(
      [0, 1, 2, 3].map(async () => {
        for (let picture = next.pop(); picture; picture = next.pop()) {
          const outcome = await executor.examine(picture).then(
            () => 'read',
            (error: unknown) => (error instanceof NabijError ? error.code : String(error)),
          )
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      }),
    )
    console.log(`${pictures} mutated pictures: ${JSON.stringify(Object.fromEntries(outcomes))}`)
    for (const outcome of outcomes.keys())
      if (outcome !== 'read') expect(outcome).toMatch(/^NABIJ_PICTURE_/)
    expect(outcomes.size).toBeGreaterThan(2)
    expect(executor.status().restarts).toBe(0)
  })

  it(`${requests} damaged requests: each gets an answer below 500, the box stays`, { timeout: 600_000 }, async () => {
    const { root, remove } = temporaryRoot()
    const box = await startBox(root)
    try {
      const station = await createStation(box.address, 'Target')
      const random = seededRandom(62245)
      const codes = new Map<number, number>()
      for (let n = 0; n < requests; n++) {
        const response = await send(box.address, station.id, n, random)
        codes.set(response.status, (codes.get(response.status) ?? 0) + 1)
        const body = await response.text()
        expect(response.status, body).toBeLessThan(500)
        if (response.status >= 400 && body) expect(errorCatalogue).toHaveProperty(JSON.parse(body).code)
      }
      console.log(`${requests} mutated requests: ${JSON.stringify(Object.fromEntries(codes))}`)
      expect((await fetch(`${box.address}/healthz`)).status).toBe(200)
      expect(residentMegabytes(box.pid)).toBeLessThan(600)
    } finally {
      await box.stop()
      remove()
    }
  })
})

async function originalsOfEachFormat(): Promise<Uint8Array[]> {
  const [biscuit] = await biscuitPhotos(1)
  const small = sharp(biscuit).resize(160, 120)
  return Promise.all([
    small.clone().jpeg().toBuffer(),
    small.clone().jpeg({ progressive: true }).toBuffer(),
    small.clone().png().toBuffer(),
    small.clone().webp().toBuffer(),
    small.clone().gif().toBuffer(),
    small.clone().tiff().toBuffer(),
    small.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  ])
}

const texts = ['{"name":"Line 1","source":{"kind":"http"}}', '{"name":"Map","source":{"kind":"folder","path":"/tmp/x"}}']
const paths = ['/stations', '/stations/ID', '/stations/ID/frames?name=x', '/stations/ID/verdicts?limit=5', '/jobs/ID', '/events/ID']
const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

/** One request in which path, body or headers are damaged; never one that really removes the station. */
function send(address: string, stationId: string, n: number, random: () => number): Promise<Response> {
  const path = new TextDecoder('latin1').decode(mutate(new TextEncoder().encode((paths[n % paths.length] as string).replace('ID', stationId)), random))
  const method = methods[Math.floor(random() * methods.length)] as string
  const body = mutate(new TextEncoder().encode(texts[n % texts.length]), random)
  const url = `${address}/api/v1/${encodeURI(path).replaceAll('#', '%23')}`
  const headers = { 'content-type': random() < 0.8 ? 'application/json' : 'image/jpeg', 'idempotency-key': `k${Math.floor(random() * 50)}` }
  return fetch(url, { method, headers, ...(method === 'GET' ? {} : { body: bodyOf(body) }), signal: AbortSignal.timeout(20_000) })
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
