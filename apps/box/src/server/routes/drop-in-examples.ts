import type { DropInComparison, RouteComparison, RouteMeter } from '@nabij/base'
import { dropInRoute } from './examples.ts'

const at = 1_763_971_200_000

export const disagreement: DropInComparison = {
  id: '0199d2ab-4d5e-7f60-8b72-8c9d0e1f2040',
  routeId: dropInRoute.id,
  at,
  picture: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  kept: true,
  agrees: false,
  missed: true,
  decision: { cloud: 'fail', box: 'pass' },
  ms: { cloud: 412.5, box: 18.2 },
  version: { cloud: null, box: 'recipe 3' },
  answers: { cloud: { decision: 'fail', labels: [] }, box: { decision: 'pass', labels: [] } },
  word: { label: 'bad', by: 'Anna', at },
}

export const comparison: RouteComparison = {
  n: 2,
  earlier: 0,
  repeated: 0,
  since: at - 60_000,
  agreement: { n: 2, yes: 1, share: 0.5, low: 0.0945, high: 0.9055 },
  kappa: 0,
  mcnemar: { onlyCloud: 1, onlyBox: 0, p: 1 },
  latency: {
    cloud: { n: 1, p50: 412.5, p95: 412.5, p99: 412.5, most: 412.5, spread: [{ upTo: 500, n: 1 }] },
    box: { n: 1, p50: 18.2, p95: 18.2, p99: 18.2, most: 18.2, spread: [{ upTo: 20, n: 1 }] },
  },
  noise: { n: 0, yes: 0, share: null, low: null, high: null },
  judged: {
    cloud: { n: 1, yes: 1, share: 1, low: 0.2065, high: 1 },
    box: { n: 1, yes: 0, share: 0, low: 0, high: 0.7935 },
    mcnemar: { onlyCloud: 1, onlyBox: 0, p: 1 },
  },
  missed: 1,
  versions: [{ cloud: null, box: 'recipe 3', from: at - 60_000, n: 2 }],
  rule: {
    met: false,
    why: [
      {
        id: 'enough',
        met: false,
        text: {
          nl: '2 verschillende foto’s vergeleken; er zijn er nog 298 nodig (300 in totaal)',
          en: '2 different pictures compared; 298 more are needed (300 in all)',
        },
      },
    ],
  },
  disagreements: [disagreement],
}

export const meter: RouteMeter = {
  priceId: 'azure-custom-vision-prediction-s0',
  unit: 'image',
  status: 'reported',
  source: 'https://azure.microsoft.com/pricing/details/cognitive-services/custom-vision-service/',
  checkedOn: '2026-11-23',
  serviceId: 'azure-custom-vision',
  months: [
    {
      month: '2026-10',
      cloud: 302_400,
      failed: 12,
      box: 0,
      hours: 168,
      units: 302_400,
      cost: { amount: '604.8', currency: 'USD' },
      avoided: { amount: '0', currency: 'USD' },
      billed: { amount: '605.1', currency: 'USD' },
      difference: '0.3',
      share: 0.0004,
      remarks: [],
    },
  ],
}
