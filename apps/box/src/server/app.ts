import { NabijError, newId } from '@nabij/base'
import { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import { audited } from './accounts/audited.ts'
import { authorize } from './accounts/authorize.ts'
import { identify } from './accounts/identify.ts'
import { watchStream } from './accounts/watch-stream.ts'
import { createBodyBudget } from './body/body-budget.ts'
import type { Env, Hall, Middleware } from './context.ts'
import { mountDropIn } from './drop-in/mount-drop-in.ts'
import { answerProblem } from './errors/answer-problem.ts'
import { languageOf } from './errors/language-of.ts'
import { createEventLines } from './events/event-lines.ts'
import { type Network, onlyHere } from './guard/network.ts'
import { onlyHttps } from './guard/only-https.ts'
import { onlyOurselves } from './guard/only-ourselves.ts'
import { securityHeaders } from './guard/security-headers.ts'
import { createMetrics } from './metrics/metrics.ts'
import { type AppOptions, usualLimits } from './options.ts'
import { servePage } from './page/serve-page.ts'
import { addDocs } from './routes/docs.ts'
import { createRouter } from './routes/router.ts'
import { addSystem } from './routes/system.ts'
import { workspaceRoutes } from './routes/workspace-routes.ts'
import { wrongMethod } from './routes/wrong-method.ts'

/** The whole of what the box answers, not yet at an address. */
export interface App {
  fetch(request: Request, bindings?: Env['Bindings']): Response | Promise<Response>
  /** The same by path, for tests. */
  request(path: string, init?: RequestInit): Response | Promise<Response>
  /** From now on only requests for our own addresses with this port are answered. */
  openAt(port: number, network?: Network): void
  /** Ends the streams of events and refuses what comes now; requests that run go on. */
  beginStop(): void
  /** Lets go of what the app itself holds. */
  close(): void
}

export function createApp({ workspaces, pageFolder, version, log, clock, limits, localKey }: AppOptions): App {
  const hall = createHall()
  const app = new Hono<Env>()
  app.onError(answerProblem)
  app.use(welcome(hall), securityHeaders, measured, onlyOurselves, onlyHttps, refuseWhileStopping)
  app.use(identify, authorize, watchStream, audited)
  const system = createRouter()
  addSystem(system)
  app.route('/', system)
  addDocs(app, version)
  app.route('/api/v1', workspaceRoutes('own'))
  app.route('/sample/api/v1', workspaceRoutes('sample'))
  mountDropIn(app)
  app.all('*', wrongMethod(app), servePage(pageFolder))

  return {
    fetch: (request, bindings = {}) => app.fetch(request, bindings),
    request: (path, init) => app.request(path, init),
    openAt(port, network = onlyHere) {
      hall.port = port
      hall.network = network
    },
    beginStop() {
      hall.stopping = true
      hall.lines.endAll()
    },
    close: () => hall.metrics.stop(),
  }

  function createHall(): Hall {
    const bounds = { ...usualLimits, ...limits }
    const budget = createBodyBudget(bounds.held)
    const lines = createEventLines(workspaces, bounds)
    const metrics = createMetrics(workspaces, version, { open: lines.count, held: budget.used })
    metrics.watch(workspaces.own())
    const once: Hall['once'] = new WeakMap()
    return {
      workspaces,
      version,
      log,
      clock,
      limits: bounds,
      budget,
      lines,
      metrics,
      once,
      port: null,
      network: onlyHere,
      localKey: localKey ?? null,
      stopping: false,
    }
  }
}

/** What every request carries through the house; the room that its body took is given back at the end. */
function welcome(hall: Hall): Middleware {
  return async (c, next) => {
    c.set('hall', hall)
    c.set('requestId', newId())
    c.set('language', languageOf(c.req.header('accept-language')))
    c.set('who', { kind: 'local', id: null, name: null, role: 'owner' })
    c.set('known', null)
    c.set('cookie', false)
    c.set('held', 0)
    try {
      await next()
    } finally {
      hall.budget.give(c.get('held'))
    }
  }
}

const measured: Middleware = async (c, next) => {
  const begin = performance.now()
  await next()
  const seconds = (performance.now() - begin) / 1000
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? 'page'
  c.get('hall').metrics.observe({ method: known(c.req.method), route, status: c.res.status, seconds })
}

/** Whether the box lives may be asked until the end. */
const refuseWhileStopping: Middleware = async (c, next) => {
  if (c.get('hall').stopping && c.req.path !== '/healthz') throw new NabijError('NABIJ_STOPPING')
  await next()
}

/** A client may make up methods; each would be a line in the figures. */
function known(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'].includes(method) ? method : 'other'
}
