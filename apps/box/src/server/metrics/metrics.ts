import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Workspace, Workspaces } from '../../workspace/workspace.ts'
import { watchDelay } from './watch-delay.ts'

/** Figures for whoever watches the box, in the text format of Prometheus. */
export interface Metrics {
  /** Counts the verdicts of a workspace from now on; asking twice changes nothing. */
  watch(workspace: Workspace): void
  observe(request: { method: string; route: string; status: number; seconds: number }): void
  text(): Promise<{ type: string; body: string }>
  stop(): void
}

/** `open` says how many streams of events are open, `held` how many bytes of bodies are held in memory. */
export function createMetrics(
  workspaces: Workspaces,
  version: string,
  now: { open(): number; held(): number },
): Metrics {
  const registry = new Registry()
  const delay = watchDelay()
  const watched = new Map<Workspace, () => void>()
  const registers = [registry]
  const verdicts = new Counter({
    name: 'nabij_verdicts_total',
    help: 'Verdicts since this process started',
    labelNames: ['workspace', 'station', 'verdict'],
    registers,
  })
  const requests = new Histogram({
    name: 'nabij_http_request_duration_seconds',
    help: 'Time until the answer began',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 1, 5, 30],
    registers,
  })
  const gauges = createGauges(registry)
  gauges.info.set({ version }, 1)

  return {
    watch(workspace) {
      if (watched.has(workspace)) return
      // A workspace that was replaced by another of its kind tells nothing new.
      for (const [old, stop] of watched) {
        if (old.kind !== workspace.kind) continue
        stop()
        watched.delete(old)
      }
      const { kind } = workspace
      const stop = workspace.stations.listen((event) => {
        if (event.type !== 'verdict') return
        verdicts.inc({ workspace: kind, station: event.verdict.stationId, verdict: event.verdict.verdict })
      })
      watched.set(workspace, stop)
    },
    observe({ method, route, status, seconds }) {
      requests.observe({ method, route, status }, seconds)
    },
    async text() {
      await readNow(gauges, workspaces.own())
      gauges.loop.set(delay.p99())
      gauges.streams.set(now.open())
      gauges.held.set(now.held())
      gauges.memory.set(process.memoryUsage.rss())
      return { type: registry.contentType, body: await registry.metrics() }
    },
    stop() {
      delay.stop()
      for (const stop of watched.values()) stop()
      watched.clear()
    },
  }
}

type Gauges = ReturnType<typeof createGauges>

function createGauges(registry: Registry) {
  const gauge = <T extends string = never>(name: string, help: string, labelNames: T[] = []): Gauge<T> =>
    new Gauge({ name: `nabij_${name}`, help, labelNames, registers: [registry] })
  return {
    info: gauge('info', 'The version that runs', ['version']),
    waiting: gauge('pictures_waiting', 'Pictures that wait to be judged', ['station']),
    dropped: gauge('frames_dropped_today', 'Live frames that were skipped since midnight', ['station']),
    executors: gauge('executors_running', 'Executor processes'),
    restarts: gauge('executor_restarts_total', 'Executors that were started again after they died'),
    disk: gauge('disk_free_bytes', 'Room left on the disk of the data folder'),
    egress: gauge('egress_bytes_total', 'Bytes that ever left this device'),
    connections: gauge('egress_connections_total', 'Outward connections that were ever made'),
    loop: gauge('event_loop_delay_p99_seconds', 'Delay of the server thread in this minute and the one before'),
    streams: gauge('event_streams', 'Readers of events'),
    held: gauge('request_bodies_bytes', 'Request bodies that are held in memory'),
    memory: gauge('resident_memory_bytes', 'Memory of the server process'),
  }
}

async function readNow(gauges: Gauges, own: Workspace): Promise<void> {
  const [stations, status] = await Promise.all([own.stations.list(), own.status()])
  gauges.waiting.reset()
  gauges.dropped.reset()
  for (const { id, waiting, today } of stations) {
    gauges.waiting.set({ station: id }, waiting)
    gauges.dropped.set({ station: id }, today.dropped)
  }
  gauges.executors.set(status.executors.running)
  gauges.restarts.set(status.executors.restarts)
  gauges.disk.set(status.disk.freeBytes)
  gauges.egress.set(status.egress.bytes)
  gauges.connections.set(status.egress.connections)
}
