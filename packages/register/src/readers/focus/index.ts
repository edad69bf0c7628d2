import { type Amount, amountOf, minorUnits, NabijError } from '@nabij/base'
import type { Emit, EvidenceReader } from '../../reader.ts'
import { columnsOf, headerOf, placeOf } from '../../table/index.ts'

/** What one service in one region cost in one month. */
interface Cost {
  service: string
  provider: string
  also: string
  region: string
  currency: string
  /** Last day of the billing period. */
  day: string
  amount: Amount
  rows: number
  line: number
}

const mostGroups = 100_000

/** Cloud bills in FOCUS 1.x (https://focus.finops.org): per service, region and month. Accounts, resources and tags are not read. */
export const focus: EvidenceReader = {
  id: 'focus',
  recognise: ({ text }) => {
    const header = headerOf(text.slice(0, 20_000))
    const has = (...names: string[]) => names.every((name) => header.includes(name))
    return has('billedcost', 'billingcurrency') && (has('servicename') || has('providername')) ? 0.99 : 0
  },
  async read(file, emit, signal) {
    const costs = new Map<string, Cost>()
    let found = false
    const rows = columnsOf(
      file,
      (header) => {
        const places = [
          ['servicename'],
          ['providername', 'serviceprovidername'],
          ['publishername'],
          ['invoiceissuername', 'invoiceissuer'],
          ['regionid'],
          ['regionname'],
          ['billedcost'],
          ['billingcurrency'],
          ['billingperiodend'],
          ['chargeperiodstart'],
        ].map((names) => placeOf(header, names))
        found = (places[6] ?? -1) >= 0 && (places[7] ?? -1) >= 0
        return found ? places : null
      },
      { signal },
    )
    for await (const { line, cells, whole } of rows) {
      emit.record()
      if (whole) take(cells.map(valueOf), line)
      else emit.ignored('row of another length')
    }
    if (!found) {
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: file.name,
        reason: 'no columns BilledCost and BillingCurrency',
        where: 'line 1',
      })
    }
    // Rounded along the way, so that a provider's services together are its bill to the cent.
    const totals = new Map<string, bigint>()
    for (const cost of costs.values()) {
      const key = `${cost.provider} ${cost.currency}`
      const before = totals.get(key) ?? 0n
      totals.set(key, before + cost.amount)
      const amountMinor = minorUnits(before + cost.amount, cost.currency) - minorUnits(before, cost.currency)
      emitCost(cost, amountMinor, emit)
    }

    function take(cells: string[], line: number): void {
      const [service = '', provider = '', publisher = '', issuer = '', regionId = '', regionName = ''] = cells
      const [billed = '', currency = '', end = '', charged = ''] = cells.slice(6)
      const amount = amountOf(billed)
      if (amount === null || !/^[A-Z]{3}$/.test(currency)) return emit.ignored('row without an amount')
      const day = lastDayBefore(end) ?? /^\d{4}-\d\d-\d\d/.exec(charged)?.[0]
      if (day === undefined) return emit.ignored('row without a date')
      const first = /^\d{4}-\d\d-\d\d/.exec(charged)?.[0]
      const name = service || provider || issuer
      if (name === '') return emit.ignored('row without a service')
      const region =
        regionName && regionId && regionName !== regionId ? `${regionName} (${regionId})` : regionName || regionId
      const key = [name, provider, publisher, region, currency, day.slice(0, 7)].join('\n')
      let cost = costs.get(key)
      if (!cost) {
        if (costs.size >= mostGroups) return emit.ignored('too many different services')
        const also = [...new Set([provider, publisher, issuer])].filter(Boolean).join(' · ')
        cost = { service: name, provider, also, region, currency, day, amount: 0n, rows: 0, line }
        costs.set(key, cost)
        if (first && isDay(first)) emit.day(first)
      }
      cost.amount += amount
      cost.rows += 1
    }
  },
}

function emitCost(cost: Cost, amountMinor: number, emit: Emit): void {
  const { service, provider, also, region, currency, day, rows, line } = cost
  emit.day(day)
  emit.trace({
    kind: 'cloud-bill',
    name: service,
    ...(also ? { also } : {}),
    locator: rows > 1 ? `line ${line} and ${rows - 1} more` : `line ${line}`,
    text: [provider && provider !== service ? `${provider}: ${service}` : service, region].filter(Boolean).join(' · '),
    payment: { amountMinor, currency, date: day },
    ...(region ? { location: region } : {}),
  })
}

function valueOf(cell: string): string {
  return /^null$/i.test(cell) ? '' : cell.slice(0, 300)
}

function lastDayBefore(end: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(end)?.[0]
  if (day === undefined || !isDay(day)) return undefined
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

function isDay(day: string): boolean {
  const time = Date.parse(day)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day)
}
