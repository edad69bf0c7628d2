import type { RegisterSummary, Service } from '@nabij/base'

/** A made-up company: one service of each origin, one with a name that means harm. */
export const services: Service[] = [
  service('microsoft-365', 'Microsoft 365', 'office-mail', 'outside', 1_234_567, {
    vendor: vendor('microsoft', 'Microsoft', 'US', { name: 'Microsoft Corporation', country: 'US' }),
    notes: { crucial: true, process: 'kantoor', contractEnd: '2027-03-01', noticeDays: 60 },
  }),
  service('moneybird', 'Moneybird', 'bookkeeping', 'europe', 30_000, {
    vendor: vendor('moneybird', 'Moneybird', 'NL', { name: 'Moneybird', country: 'NL' }),
    notes: { crucial: true, process: 'boekhouding' },
  }),
  service('own:hyperlink', '=HYPERLINK("x";"y") #set <b>"\\', 'other', 'unknown', null, { vendor: null }),
]

export const summary: RegisterSummary = {
  services: 3,
  costPerYear: 1_264_567,
  costUnknown: 1,
  outside: 1,
  outsideCost: 1_234_567,
  europe: 1,
  europeCost: 30_000,
  unknownOwner: 1,
  unknownCost: 0,
  crucial: 2,
  crucialOutside: 1,
  coverage: 2 / 3,
}

function vendor(
  id: string,
  name: string,
  country: string,
  parent: { name: string; country: string },
): Service['vendor'] {
  const source = {
    address: `https://${id}.example/owner`,
    readOn: '2026-11-25',
    quote: `${name} is owned by "${parent.name}"`,
  }
  return {
    id,
    name,
    country,
    countryStatus: 'confirmed',
    ultimateParent: { ...parent, control: 'listed', asOf: '2026-11-25', source, status: 'confirmed' },
  }
}

function service(
  id: string,
  name: string,
  kind: Service['kind'],
  origin: Service['origin'],
  cents: number | null,
  { vendor, notes }: { vendor: Service['vendor']; notes?: Partial<Service['notes']> },
): Service {
  return {
    id,
    name,
    kind,
    domain: null,
    vendor,
    confidence: vendor ? 'confirmed' : 'possible',
    origin,
    findings: [
      {
        id: `finding-${id}`,
        evidence: 'e',
        kind: 'payment',
        locator: 'line 1',
        text: name,
        confidence: 'confirmed',
        productId: id,
        vendorId: null,
        name,
        domain: null,
        why: 'name on the statement',
        payment: null,
        location: null,
      },
    ],
    cost: cents === null ? null : { amountMinor: cents, currency: 'EUR', period: 'year', from: 'payments' },
    lastPaid: null,
    priceChange: null,
    notes: {
      crucial: null,
      costPerMonth: null,
      process: null,
      owner: null,
      contractEnd: null,
      noticeDays: null,
      personalData: null,
      data: null,
      dataLocation: null,
      ai: null,
      remark: null,
      ...notes,
    },
    exposures: [],
    dataLocations: [],
    merged: [],
  }
}
