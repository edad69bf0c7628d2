import type { HttpBindings } from '@hono/node-server'
import type { Language } from '@nabij/base'
import type { Clock } from '@nabij/stations'
import type { Context, MiddlewareHandler } from 'hono'
import type { Workspace, Workspaces } from '../workspace/workspace.ts'
import type { BodyBudget } from './body/body-budget.ts'
import type { EventLines } from './events/event-lines.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { HttpLimits, Log } from './options.ts'

/** The requests that run at this moment, by their idempotency key. */
export type RunningRequests = Map<string, { fingerprint: string; ended: Promise<void> }>
export type Once = WeakMap<Workspace, RunningRequests>

/** What every request can reach. */
export interface Hall {
  workspaces: Workspaces
  version: string
  log: Log
  clock: Clock
  limits: HttpLimits
  budget: BodyBudget
  lines: EventLines
  metrics: Metrics
  once: Once
  /** The port of our own address; null while nothing listens (tests that call the app directly). */
  port: number | null
  stopping: boolean
}

/** Who asks. */
export interface Who {
  /** local: somebody at this computer, on a box without accounts. */
  kind: 'local' | 'account' | 'device' | 'token'
  id: string | null
  name: string | null
  role: 'owner' | 'engineer' | 'operator' | 'viewer'
}

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    hall: Hall
    requestId: string
    language: Language
    who: Who
    workspace: Workspace
    /** Bytes of the budget that this request holds. */
    held: number
    /** The body as it came, once it was read. */
    body: Uint8Array<ArrayBuffer>
    picture: { bytes: Uint8Array; name: string | null }
  }
}

export type Ctx = Context<Env>
export type Middleware = MiddlewareHandler<Env>
