import type { HttpBindings } from '@hono/node-server'
import type { Known } from '@nabij/accounts'
import type { Language, Role } from '@nabij/base'
import type { Clock } from '@nabij/stations'
import type { Context, MiddlewareHandler } from 'hono'
import type { Workspace, Workspaces } from '../workspace/workspace.ts'
import type { BodyBudget } from './body/body-budget.ts'
import type { EventLines } from './events/event-lines.ts'
import type { Network } from './guard/network.ts'
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
  /** Where we can be reached. */
  network: Network
  /** What the command on this computer sends along; null when there is none. */
  localKey: string | null
  stopping: boolean
}

/** Who asks. */
export interface Who {
  /** local: somebody at this computer, on a box without accounts; nobody: not logged in. */
  kind: 'local' | 'account' | 'device' | 'token' | 'nobody'
  id: string | null
  name: string | null
  /** Null of nobody. */
  role: Role | null
}

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    hall: Hall
    requestId: string
    language: Language
    who: Who
    /** The account, device or key that says so; null without. */
    known: Known | null
    /** It was a cookie that said so. */
    cookie: boolean
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
