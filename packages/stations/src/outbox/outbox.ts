import { NabijError, newId, type Output, type OutputConfig } from '@nabij/base'
import type { OutputRow } from '../ports.ts'
import type { Shared } from '../shared.ts'
import type { StationLife } from '../station-life.ts'
import { within } from '../time.ts'
import { createTurns } from '../turns.ts'
import { type Courier, createCourier } from './courier.ts'
import { changedConfig, configOf } from './output-config.ts'
import { secretOf, toOutput, withSecret } from './to-output.ts'

type LifeOf = (stationId: string) => StationLife

/** All outputs of a workspace: each has a courier of its own, so that one that is down holds up no other. */
export interface Outbox {
  /** Goes on with what waits on disk. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Messages may wait at the outputs of this station. */
  wake(stationId: string): void
  list(station: StationLife): Promise<Output[]>
  add(station: StationLife, config: OutputConfig): Promise<Output & { secret: string | null }>
  change(id: string, change: Partial<OutputConfig>): Promise<Output>
  remove(id: string): Promise<void>
  /** Nothing is sent for a station that is removed. */
  forget(station: StationLife): Promise<void>
  try(id: string): Promise<void>
}

export function createOutbox(shared: Shared, lifeOf: LifeOf): Outbox {
  const { ports, limits } = shared
  const couriers = new Map<string, { courier: Courier; stationId: string }>()
  let running = false
  /** Changes of outputs happen one after the other. */
  const turns = createTurns()

  function send(row: OutputRow): void {
    if (!running) return
    const courier: Courier = createCourier(shared, row, () => turns(() => switchOff(row.id, courier)))
    couriers.set(row.id, { courier, stationId: row.stationId })
  }

  /** Its receiver is gone for good. Not when a person changed or removed the output meanwhile. */
  async function switchOff(id: string, mine: Courier): Promise<void> {
    if (couriers.get(id)?.courier !== mine) return
    const row = await rowOf(id)
    const config = configOf(row)
    if (config) await ports.outputs.update(id, JSON.stringify({ ...config, enabled: false }))
    await lifeOf(row.stationId).shelf.readOutputs()
    ports.sink.release(id)
  }

  async function halt(id: string): Promise<void> {
    const held = couriers.get(id)
    couriers.delete(id)
    await held?.courier.stop()
    ports.sink.release(id)
  }

  async function rowOf(id: string): Promise<OutputRow> {
    const row = (await ports.outputs.all()).find((row) => row.id === id)
    if (!row) throw new NabijError('NABIJ_NOT_FOUND', { what: `/outputs/${id}` })
    return row
  }

  async function described(row: OutputRow): Promise<Output> {
    const found = (await ports.outputs.list(row.stationId)).find(({ id }) => id === row.id)
    return toOutput(found ?? { ...row, waiting: 0, waitingSince: null })
  }

  async function change(id: string, wanted: Partial<OutputConfig>): Promise<Output> {
    const row = await rowOf(id)
    const config = JSON.stringify(changedConfig(configOf(row), wanted))
    const changed = { ...row, config }
    await ports.outputs.update(id, config)
    await lifeOf(row.stationId).shelf.readOutputs()
    await halt(id)
    send(changed)
    return described(changed)
  }

  async function remove(id: string): Promise<void> {
    const row = await rowOf(id)
    await halt(id)
    await ports.outputs.remove(id)
    await lifeOf(row.stationId).shelf.readOutputs()
  }

  return {
    async start() {
      running = true
      for (const row of await ports.outputs.all()) if (!couriers.has(row.id)) send(row)
    },
    async stop() {
      running = false
      await Promise.all([...couriers.keys()].map(halt))
    },
    wake(stationId) {
      for (const { courier, stationId: mine } of couriers.values()) if (mine === stationId) courier.wake()
    },
    list: async (station) => (await ports.outputs.list(station.row.id)).map(toOutput),
    async add(station, wanted) {
      const config = withSecret(wanted, ports.newSecret)
      const row: OutputRow = {
        id: newId(),
        stationId: station.row.id,
        config: JSON.stringify(config),
        createdAt: ports.clock(),
        lastSentAt: null,
        problem: null,
      }
      await ports.outputs.insert(row)
      await station.shelf.readOutputs()
      send(row)
      return { ...(await described(row)), secret: secretOf(config) }
    },
    change: (id, wanted) => turns(() => change(id, wanted)),
    remove: (id) => turns(() => remove(id)),
    async forget({ row }) {
      const mine = [...couriers].filter(([, { stationId }]) => stationId === row.id)
      await Promise.all(mine.map(([id]) => halt(id)))
    },
    async try(id) {
      const row = await rowOf(id)
      const at = ports.clock()
      const body = JSON.stringify({ type: 'trial', station: lifeOf(row.stationId).row.name, at })
      const message = { seq: 0, id: `trial-${newId()}`, createdAt: at, body }
      const attempt = new AbortController()
      const late = (): NabijError => new NabijError('NABIJ_OUTPUT_TIMEOUT')
      try {
        await within(ports.timer, limits.outputPatience, ports.sink.send(row, message, attempt.signal), late)
      } finally {
        attempt.abort()
      }
      couriers.get(id)?.courier.hurry()
    },
  }
}
