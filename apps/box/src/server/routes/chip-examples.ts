import type { Chip, ChipChecks, ChipFact, ChipNeed } from '@nabij/base'

const source = { address: 'https://maker.example/operators', quote: 'Supported operators' }
const read = { status: 'confirmed', source, checkedOn: '2026-11-20' } as const
const unread = { value: null, status: 'unknown', source: null, checkedOn: '2026-11-20' } as const
const text = (nl: string, en: string) => ({ nl, en })

export const chip: Chip = {
  id: 'example-chip',
  name: 'Example Chip',
  maker: 'Example',
  country: { value: 'NL', ...read },
  kind: 'card',
  prices: ['example-card'],
  watts: { value: { low: 4, high: 12 }, ...read },
  memory: { value: 4_000_000_000, ...read },
  precision: { value: ['int8'], ...read },
  opsets: { value: { least: 14, most: 17 }, ...read },
  batch: { value: 1, ...read },
  openSizes: { value: 'no', ...read },
  operatorsOf: 'chip',
  operators: {
    value: [
      { operator: 'Relu', rules: [], or: [] },
      {
        operator: 'Clip',
        rules: [{ rule: { test: 'limits', in: [[0, 6]] }, say: text('alleen van 0 tot 6.', 'only from 0 to 6.') }],
        or: [],
      },
    ],
    ...read,
  },
  others: unread,
  speeds: [{ model: 'ResNet-50, 224 px', perSecond: 1000, by: 'vendor', ...read }],
  remarks: [],
}

export const fact: ChipFact = {
  id: 'example-round',
  about: 'Example',
  country: 'NL',
  kind: 'investors',
  date: '2026-02-24',
  text: text('Haalde 10 miljoen euro op.', 'Raised 10 million euros.'),
  ...read,
}

export const checks: ChipChecks = {
  model: {
    opset: 17,
    inputs: [{ name: 'x', type: 'float32', dims: [1, 3, 224, 224] }],
    outputs: ['y'],
    operators: { Conv: 20, Relu: 17 },
    parameters: 11_700_000,
    multiplications: 1_814_000_000,
    precision: 'float32',
  },
  checks: [
    {
      chip: { id: 'example-chip', name: 'Example Chip' },
      answer: 'fits',
      sentence: text(
        'Past op Example Chip: alle 37 bewerkingen staan zo in de documentatie.',
        'Fits Example Chip: all 37 operators are documented in this form.',
      ),
      share: 1,
      parts: null,
      points: [
        {
          about: 'operator',
          answer: 'fits',
          operator: null,
          count: 37,
          nodes: [],
          text: text('Staat in de documentatie: Conv, Relu.', 'Documented: Conv, Relu.'),
          instead: null,
          ...read,
        },
      ],
    },
  ],
}

export const need: ChipNeed = {
  answer: 'no',
  sentence: text(
    'Nee. Deze processor doet er met één kern 24 per seconde, en jij hebt er 2 nodig.',
    'No. This processor does 24 a second with one core, and you need 2.',
  ),
  canPerSecond: 24.1,
  wantedPerSecond: 2,
  ms: { total: 41.5, model: 33, rest: 8.5, pictures: 200 },
  wantedFrom: 'camera',
  first: [],
  options: [],
}
