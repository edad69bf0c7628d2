import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { errorCatalogue, NabijError, usualSettings } from '@nabij/base'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { startBox, temporaryRoot } from '../support/box.ts'
import { bodyOf, createStation } from '../support/client.ts'
import { mutate, seededRandom } from '../support/mutate.ts'

const pictures = process.env.NABIJ_SLOW ? 8_000 : 1_200
const requests = process.env.NABIJ_SLOW ? 4_000 : 600
const recipes = process.env.NABIJ_SLOW ? 400 : 40
const program = new URL('../../apps/box/src/executor-main.ts', import.meta.url).pathname
const model = new URL('../../models/efficientnet-lite0/backbone.onnx', import.meta.url).pathname

describe('seeded mutations', () => {
  const log: string[] = []
  const executor = startExecutorPool({
    program,
    executors: 2,
    model,
    log: (_level, message, fields) => log.push(`${message} ${JSON.stringify(fields)}`),
  })
  const folder = mkdtempSync(join(tmpdir(), 'nabij-mutation-'))
  afterAll(async () => {
    await executor.stop()
    rmSync(folder, { recursive: true })
  })

  it(`${pictures} damaged pictures: each gets an answer or a named error, no executor dies`, {
    timeout: 1_200_000,
  }, async () => {
    const random = seededRandom(20261124)
    const originals = await originalsOfEachFormat()
    const damaged = Array.from({ length: pictures }, (_, n) =>
      mutate(originals[n % originals.length] as Uint8Array, random),
    )
    const outcomes = await outcomesOf(damaged, (picture) => executor.examine(picture))
    console.log(`${pictures} mutated pictures: ${JSON.stringify(outcomes)}`)
    for (const outcome of Object.keys(outcomes)) expect(outcome).toMatch(/^(fine|NABIJ_PICTURE_.*)$/)
    // Most damage must reach the decoder: what is turned away at the door proves little.
    expect(outcomes.NABIJ_PICTURE_UNKNOWN_TYPE ?? 0).toBeLessThan(pictures / 5)
    expect(outcomes.NABIJ_PICTURE_DAMAGED ?? 0).toBeGreaterThan(pictures / 5)
    expect({ restarts: executor.status().restarts, log }).toEqual({ restarts: 0, log: [] })
  })

  it(`${recipes} damaged recipes: each judges or is refused by name, no executor dies`, {
    timeout: 1_200_000,
  }, async () => {
    const random = seededRandom(31415)
    const [picture, ...photos] = (await biscuitPhotos(4)) as [Uint8Array, ...Uint8Array[]]
    const onnx = await recipeOf(photos)
    const damaged = Array.from({ length: recipes }, () => withDamagedGraph(onnx, random))
    const outcomes = await outcomesOf(damaged, async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = join(folder, sha256)
      writeFileSync(path, bytes)
      await executor
        .readRecipe(path)
        .then(() => executor.inspect({ sha256, path }, picture))
        .finally(() => rmSync(path))
    })
    console.log(`${recipes} mutated recipes: ${JSON.stringify(outcomes)}`)
    for (const outcome of Object.keys(outcomes)) expect(outcome).toMatch(/^(fine|NABIJ_RECIPE_.*)$/)
    expect({ restarts: executor.status().restarts, log }).toEqual({ restarts: 0, log: [] })
  })

  async function recipeOf(photos: Uint8Array[]): Promise<Uint8Array> {
    const marked = photos.map((photo, n) => {
      const path = join(folder, `${n}.jpg`)
      writeFileSync(path, photo)
      return { id: `${n}`, path, label: 'good' as const, kind: null }
    })
    const out = join(folder, 'recipe.onnx')
    await executor.teach(
      { photos: marked, locate: usualSettings.locate },
      out,
      () => undefined,
      new AbortController().signal,
    )
    return readFileSync(out)
  }

  it(`${requests} damaged requests: each gets an answer below 500, the box stays`, { timeout: 600_000 }, async () => {
    const { root, remove } = temporaryRoot()
    const box = await startBox(root)
    try {
      const station = await createStation(box.address, 'Target')
      const random = seededRandom(62245)
      const [picture] = (await biscuitPhotos(1)) as [Uint8Array]
      const right = rightRequests(station.id, picture)
      const codes = new Map<number, number>()
      const unnamed: string[] = []
      for (let n = 0; n < requests; n++) {
        const response = await send(box.address, right[n % right.length] as Sent, random)
        codes.set(response.status, (codes.get(response.status) ?? 0) + 1)
        const body = await response.text()
        if (response.status >= 500 || (response.status >= 400 && body !== '' && !isNamed(body)))
          unnamed.push(`${response.status} ${body}`)
      }
      console.log(`${requests} mutated requests: ${JSON.stringify(Object.fromEntries(codes))}`)
      expect(unnamed).toEqual([])
      // Some damage does no harm, and some is found only deep inside.
      expect([...codes.keys()]).toEqual(expect.arrayContaining([200, 201, 404, 422]))
      expect((await fetch(`${box.address}/healthz`)).status).toBe(200)
      expect(residentMegabytes(box.pid)).toBeLessThan(600)
    } finally {
      await box.stop()
      remove()
    }
  })
})

/** Nodes and names stand at the front of the file, what it says about itself at the end; between them lie the weights. */
function withDamagedGraph(onnx: Uint8Array, random: () => number): Uint8Array {
  const edge = 48 * 1024
  const [front, back] = [onnx.subarray(0, edge), onnx.subarray(onnx.length - edge)]
  const middle = onnx.subarray(edge, onnx.length - edge)
  return random() < 0.7
    ? Buffer.concat([mutate(front, random), middle, back])
    : Buffer.concat([front, middle, mutate(back, random)])
}

/** How often each came out: fine, or the code of the error. */
async function outcomesOf(
  inputs: Uint8Array[],
  judge: (input: Uint8Array) => Promise<unknown>,
): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  const waiting = [...inputs]
  const work = async () => {
    for (let input = waiting.pop(); input; input = waiting.pop()) {
      const outcome = await judge(input).then(
        () => 'fine',
        (error: unknown) => (error instanceof NabijError ? error.code : String(error)),
      )
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
  }
  await Promise.all([work(), work(), work(), work()])
  return outcomes
}

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

interface Sent {
  method: string
  path: string
  type: string
  body: Uint8Array
}

/** Requests that are right, before something in them is damaged. None removes the station; no source starts anything. */
function rightRequests(stationId: string, picture: Uint8Array): Sent[] {
  const json = 'application/json'
  const text = (words: string) => new TextEncoder().encode(words)
  const station = `/stations/${stationId}`
  return [
    { method: 'POST', path: '/stations', type: json, body: text('{"name":"Line 1","source":{"kind":"http"}}') },
    {
      method: 'PATCH',
      path: station,
      type: json,
      body: text('{"name":"Line 2","source":{"kind":"http"},"stopped":false}'),
    },
    { method: 'POST', path: `${station}/frames?name=x`, type: 'image/jpeg', body: picture },
    { method: 'POST', path: `${station}/frames`, type: json, body: text('{"image":"/9j/4AAQSkZJRgABAQ=="}') },
    { method: 'POST', path: `${station}/frames`, type: 'multipart/form-data; boundary=b', body: text(multipart) },
    { method: 'POST', path: `${station}/photos?label=good&name=x.jpg`, type: 'image/jpeg', body: picture },
    { method: 'POST', path: `${station}/recipes`, type: 'application/octet-stream', body: picture },
    { method: 'POST', path: '/restore', type: 'application/octet-stream', body: picture },
    { method: 'GET', path: `${station}/verdicts?limit=5&before=9&verdict=pass`, type: json, body: text('') },
    { method: 'GET', path: `${station}/series?from=0&to=60000&bucket=minute`, type: json, body: text('') },
    { method: 'DELETE', path: `/jobs/${stationId}`, type: json, body: text('') },
  ]
}

const multipart = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nno picture\r\n--b--\r\n'

function send(address: string, request: Sent, random: () => number): Promise<Response> {
  const { method, path, type, body } = damagedRequest(request, random)
  const headers = { 'content-type': type, 'idempotency-key': `k${Math.floor(random() * 200)}` }
  const url = `${address}/api/v1${encodeURI(path).replaceAll('#', '%23')}`
  return fetch(url, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: bodyOf(body) }),
    signal: AbortSignal.timeout(20_000),
  })
}

/** One thing is damaged: the body, or the path, or what it says to be. */
function damagedRequest(request: Sent, random: () => number): Sent {
  const damaged = (text: string) => new TextDecoder('latin1').decode(mutate(new TextEncoder().encode(text), random))
  const choice = random()
  if (choice < 0.1) return { ...request, type: damaged(request.type).replace(/[^ -~]/g, '?') }
  // A body that is empty has nothing to damage.
  if (choice < 0.3 || request.body.length === 0) return { ...request, path: `/${damaged(request.path.slice(1))}` }
  return { ...request, body: mutate(request.body, random) }
}

/** Whether an answer is a problem with a code that has a page. */
function isNamed(body: string): boolean {
  const { code } = JSON.parse(body) as { code?: string }
  return code !== undefined && Object.hasOwn(errorCatalogue, code)
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
