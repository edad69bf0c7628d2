import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asNabijError, type CloudKey, type DialectId, NabijError, newId } from '@nabij/base'
import {
  type DialectCall,
  type DialectRequest,
  type DialectResponse,
  type DialectResult,
  dialects,
  verifySignature,
} from '@nabij/dialects'

/** How the stand-in behaves; each can be changed while it runs. */
export interface CloudMood {
  /** Milliseconds before it answers. */
  delay: number
  /** Share of pictures about which it is wrong, and of those it is wrong about now and then: the same picture, another answer. */
  noise: number
  /** fine · down: it hangs up · failing: 500 · lying: 200 with nonsense · half: it stops half-way · silent: it says nothing. */
  health: 'fine' | 'down' | 'failing' | 'lying' | 'half' | 'silent'
  /** Which model answers. */
  version: string
  /** Whether a picture shows a bad part. */
  isBad(picture: Uint8Array): boolean
  names: { good: string; bad: string }
}

/** A cloud of our own for tests: it speaks a dialect, asks for the company's key, and counts what it would bill. */
export interface StandInCloud {
  address: string
  mood: CloudMood
  /** Calls that were answered, and everything that came in. */
  billed: { at: number; model: string }[]
  requests: { path: string; headers: Record<string, string> }[]
  /** What was billed in a month (YYYY-MM), as FOCUS. `pricePerCall` in the currency's units. */
  bill(month: string, pricePerCall: number, currency: string, service: { name: string; provider: string }): string
  stop(): Promise<void>
}

export async function startStandInCloud(
  dialectId: DialectId,
  key: CloudKey,
  mood: Partial<CloudMood> = {},
  clock: () => number = Date.now,
): Promise<StandInCloud> {
  const dialect = dialects.find(({ id }) => id === dialectId)
  if (!dialect) throw new Error(dialectId)
  const cloud: StandInCloud = {
    address: '',
    mood: {
      delay: 0,
      noise: 0,
      health: 'fine',
      version: '1',
      isBad: () => false,
      names: { good: 'good', bad: 'anomaly' },
      ...mood,
    },
    billed: [],
    requests: [],
    bill(month, pricePerCall, currency, { name, provider }) {
      const calls = cloud.billed.filter(({ at }) => new Date(at).toISOString().startsWith(month)).length
      const [year = 0, number = 1] = month.split('-').map(Number)
      const end = new Date(Date.UTC(year, number, 1)).toISOString()
      const header = 'ServiceName,ProviderName,BilledCost,BillingCurrency,ChargePeriodStart,BillingPeriodEnd'
      return `${header}\n${name},${provider},${(calls * pricePerCall).toFixed(6)},${currency},${month}-01T00:00:00Z,${end}\n`
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming)
      .then((given) => {
        const { health } = cloud.mood
        if (health === 'down') return outgoing.destroy()
        if (health === 'silent') return undefined
        outgoing.writeHead(given.status, { ...given.headers, 'content-length': given.body.length })
        if (health !== 'half') return outgoing.end(given.body)
        outgoing.write(given.body.subarray(0, given.body.length / 2))
        return outgoing.socket?.end()
      })
      .catch(() => outgoing.destroy())
  })

  async function answer(incoming: IncomingMessage): Promise<DialectResponse> {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const url = new URL(incoming.url ?? '/', 'http://cloud.example')
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
    const request: DialectRequest = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: new Uint8Array(Buffer.concat(parts)),
    }
    cloud.requests.push({ path: url.pathname, headers })
    if (cloud.mood.delay > 0) await new Promise((resolve) => setTimeout(resolve, cloud.mood.delay))
    if (!dialect) throw new Error(dialectId)
    try {
      await mustFit(request)
      if (cloud.mood.health === 'failing') throw new Error('out of order')
      const call = await dialect.read(request)
      const given = await dialect.answer(call, judge(call))
      cloud.billed.push({ at: clock(), model: 'model' in call ? call.model : '' })
      return cloud.mood.health === 'lying' ? nonsense : versioned(given)
    } catch (error) {
      return dialect.fault(asNabijError(error), request)
    }
  }

  async function mustFit(request: DialectRequest): Promise<void> {
    if (!dialect) return
    if ('accessKey' in key) {
      const service = dialect.key.how === 'signature' ? dialect.key.service : ''
      await verifySignature(request, request.path, key, service, clock())
      return
    }
    const given =
      dialect.key.how === 'header' ? request.headers[dialect.key.name] : request.headers['authorization']?.slice(7)
    if (given !== key.key) throw new NabijError('NABIJ_DIALECT_KEY_WRONG')
  }

  function judge(call: DialectCall): DialectResult {
    const { noise, isBad, names } = cloud.mood
    const picture = call.do === 'judge' ? call.picture : call.do === 'invoke' ? call.body : new Uint8Array()
    const digest = createHash('sha256').update(picture).digest()
    const isOdd = digest.readUInt32BE(0) / 2 ** 32 < noise
    // What it is unsure about it calls so one time, and so the other.
    const bad = isBad(picture) !== (isOdd && cloud.billed.length % 2 === 0)
    const verdict = {
      id: newId(),
      verdict: bad ? ('fail' as const) : ('pass' as const),
      score: bad ? 0.9 : 0.1,
      limit: 0.5,
      regions: [],
      kind: null,
      capturedAt: clock(),
    }
    if (call.do === 'invoke')
      return {
        kind: 'bytes',
        body: new TextEncoder().encode(JSON.stringify({ verdict: verdict.verdict, labels: [] })),
        type: 'application/json',
      }
    return { kind: 'verdict', verdict, mask: null, names }
  }

  /** The version of the model, where the service tells it. */
  function versioned(given: DialectResponse): DialectResponse {
    if (dialectId === 'sagemaker')
      return { ...given, headers: { ...given.headers, 'x-amzn-invoked-production-variant': cloud.mood.version } }
    if (dialectId !== 'custom-vision') return given
    const said = JSON.parse(new TextDecoder().decode(given.body)) as object
    const body = new TextEncoder().encode(JSON.stringify({ ...said, iteration: cloud.mood.version }))
    return { ...given, body }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cloud.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return cloud
}

const nonsense: DialectResponse = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode('{"DetectAnomalyResult":{"IsAnomalous":"perhaps"},"predictions":"many"}'),
}
