import type { BlobFolder } from '@nabij/adapters/blobs'
import type { DropInStore } from '@nabij/adapters/sqlite'
import {
  type ComparisonWord,
  type DropInComparison,
  NabijError,
  type Price,
  type RouteComparison,
  type RouteMeter,
  type Service,
} from '@nabij/base'
import { type BilledMonth, type Case, type HourCount, meterMonths, summarise, type Twin } from '@nabij/moves'
import type { EvidenceDesk } from '../register/evidence-desk.ts'
import { type Json, parsed } from '../register/json.ts'
import type { StoredRoute } from './route-store.ts'

/** What the register says, as far as a meter is about it. */
export interface MeterRegister {
  prices(): Promise<Json>
  service(id: string): Promise<Json>
  read: EvidenceDesk['read']
}

export interface ComparisonDesk {
  comparison(routeId: string): Promise<RouteComparison>
  /** @throws NabijError NABIJ_NOT_FOUND */
  say(comparisonId: string, label: 'good' | 'bad' | null, by: string | null): Promise<DropInComparison>
  /** The picture about which both sides do not agree. @throws NabijError NABIJ_NOT_FOUND, NABIJ_EVIDENCE_GONE */
  picture(comparisonId: string): Promise<Uint8Array>
  meter(routeId: string): Promise<RouteMeter>
  /** What was counted on a route, hour by hour. */
  hours(routeId: string): Promise<HourCount[]>
  /** Reads a bill as the evidence that it is, and holds it beside the meter. @throws NabijError NABIJ_BILL_EMPTY … */
  bill(routeId: string, file: { name: string; bytes: AsyncIterable<Uint8Array> }): Promise<RouteMeter>
}

interface Ports {
  store: DropInStore
  files: Pick<BlobFolder, 'get'>
  register: MeterRegister
  clock(): number
  find(routeId: string): Promise<StoredRoute>
}

/** Disagreements that are shown; all of them count. */
const shown = 100

/** The service of the register that a dialect stands for, where the knowledge has it as one. */
const services: Partial<Record<StoredRoute['dialect'], string>> = {
  'lookout-vision': 'amazon-lookout-for-vision',
  rekognition: 'amazon-rekognition',
  'custom-vision': 'azure-custom-vision',
}

export function serviceOf({ serviceId, dialect }: Pick<StoredRoute, 'serviceId' | 'dialect'>): string | null {
  return serviceId ?? services[dialect] ?? null
}

export function createComparisonDesk({ store, files, register, clock, find }: Ports): ComparisonDesk {
  async function comparisonWith(id: string) {
    const found = await store.comparison(id)
    if (!found) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
    return found
  }

  async function meter(routeId: string): Promise<RouteMeter> {
    const route = await find(routeId)
    const serviceId = serviceOf(route)
    const price = await priceOf(route)
    return {
      priceId: route.priceId,
      unit: price?.unit ?? null,
      status: price?.status ?? null,
      source: price?.source?.address ?? null,
      checkedOn: price?.checkedOn ?? null,
      serviceId,
      months: meterMonths(await store.hours(routeId), price, await billedFor(serviceId)),
    }
  }

  async function priceOf({ priceId }: StoredRoute): Promise<Price | null> {
    if (priceId === null) return null
    const { prices } = parsed<{ prices: Price[] }>(await register.prices())
    return prices.find(({ id }) => id === priceId) ?? null
  }

  /** What bills say; where there is none, what the bank says. */
  async function billedFor(serviceId: string | null): Promise<BilledMonth[]> {
    if (serviceId === null) return []
    const service = await register.service(serviceId).then(
      (json) => parsed<Service>(json),
      () => null,
    )
    const paid = (service?.findings ?? []).filter(({ payment }) => payment !== null)
    const bills = paid.filter(({ kind }) => kind === 'cloud-bill')
    return (bills.length > 0 ? bills : paid).flatMap(({ payment }) =>
      payment
        ? [{ month: payment.date.slice(0, 7), amountMinor: payment.amountMinor, currency: payment.currency }]
        : [],
    )
  }

  return {
    async comparison(routeId) {
      await find(routeId)
      const cases: Case[] = []
      const twins: Twin[] = []
      for await (const line of store.lines(routeId)) {
        if (line.kind === 'twin') twins.push(line)
        else cases.push(line)
      }
      return { ...summarise(cases, twins), disagreements: await store.disagreements(routeId, shown) }
    },
    async say(id, label, by) {
      const word: ComparisonWord | null = label === null ? null : { label, by, at: clock() }
      if (!(await store.say(id, word))) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      return (await comparisonWith(id)).comparison
    },
    async picture(id) {
      const { frame } = await comparisonWith(id)
      const picture = frame === null ? null : await files.get(frame)
      if (!picture) throw new NabijError('NABIJ_EVIDENCE_GONE')
      return picture
    },
    meter,
    hours: (routeId) => store.hours(routeId),
    async bill(routeId, file) {
      const serviceId = serviceOf(await find(routeId))
      await register.read(file, { preview: false })
      const measured = await meter(routeId)
      if (!measured.months.some(({ billed }) => billed !== null))
        throw new NabijError('NABIJ_BILL_EMPTY', { service: serviceId ?? '?' })
      return measured
    },
  }
}
