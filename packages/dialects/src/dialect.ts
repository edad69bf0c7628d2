import type { NabijError, Verdict } from '@nabij/base'
import type { Understood } from './understand.ts'

/** A request as it came in, below the address at which the dialect is mounted. */
export interface DialectRequest {
  method: string
  /** Begins with a slash, as it was sent (still percent-encoded). */
  path: string
  query: URLSearchParams
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array
}

export interface DialectResponse {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** What an old client asks, whatever its words for it. `model` is the name that it uses. */
export type DialectCall =
  | {
      do: 'judge'
      model: string
      picture: Uint8Array
      wants: 'anomaly' | 'labels' | 'boxes'
      least: number
      most: number
    }
  | {
      do: 'infer'
      model: string
      version: string | null
      inputs: NamedTensor[]
      outputs: string[] | null
      id: string | null
    }
  | { do: 'invoke'; model: string; body: Uint8Array; type: string; accept: string | null }
  | { do: 'start' | 'stop'; model: string; version: string | null }
  /** `ready`: nothing is asked but whether it would answer. */
  | { do: 'describe'; model: string; version: string | null; ready?: boolean }
  | { do: 'list'; project: string | null }
  | { do: 'server' | 'ready' | 'live' }

export interface NamedTensor {
  name: string
  datatype: string
  shape: number[]
  /** Numbers; texts; or the bytes of one picture. */
  data: number[] | string[] | Uint8Array
}

/** A thing that was recognised; the score is 0 to 1, the box in shares of the picture from its top left corner. */
export interface Label {
  name: string
  score: number
  box: { x: number; y: number; w: number; h: number } | null
}

export interface ModelFacts {
  name: string
  version: string
  /** Epoch milliseconds. */
  createdAt: number
  running: boolean
  platform: string
  inputs: Omit<NamedTensor, 'data'>[]
  outputs: Omit<NamedTensor, 'data'>[]
}

/** What a station says of a picture. */
export interface VerdictResult {
  kind: 'verdict'
  verdict: Pick<Verdict, 'id' | 'verdict' | 'score' | 'limit' | 'regions' | 'kind' | 'capturedAt'>
  /** A PNG as large as the picture, white where it is good; null when there is none. */
  mask: Uint8Array | null
  /** What the old client calls a good part and a bad one of no known kind. */
  names: { good: string; bad: string }
}

/** What the box answers. */
export type DialectResult =
  | VerdictResult
  | { kind: 'labels'; id: string; labels: Label[]; modelVersion: string; createdAt: number }
  | { kind: 'tensors'; model: string; version: string; outputs: NamedTensor[] }
  | { kind: 'bytes'; body: Uint8Array; type: string }
  | { kind: 'models'; models: ModelFacts[] }
  | { kind: 'ok' }

/** How a client proves who it is. */
export type DialectKey = { how: 'signature'; service: string } | { how: 'header'; name: string } | { how: 'bearer' }

/** The wire format of one cloud service. Pure: bytes in, bytes out; errors leave in the service's own words. */
export interface Dialect {
  /** Also the last part of the address that a client is given. */
  id: string
  name: string
  key: DialectKey
  /** Where its official client calls the root of any address that it is given: how its paths begin. */
  root?: string
  /** Largest body in bytes. */
  most: number
  /** @throws NabijError NABIJ_DIALECT_… */
  read(request: DialectRequest): Promise<DialectCall>
  answer(call: DialectCall, result: DialectResult): Promise<DialectResponse>
  fault(error: NabijError, request: DialectRequest): DialectResponse
  /** What an answer to such a call means, the service's own or the box's; null: nothing that anybody here can make sense of. */
  understand(call: DialectCall, response: DialectResponse): Understood | null
}
