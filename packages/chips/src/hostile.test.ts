import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chip, ChipOperator, OnnxFacts } from '@nabij/base'
import { readPack } from '@nabij/knowledge'
import { onnxFacts } from '@nabij/vision'
import { decodeModel, encodeModel } from '@nabij/vision/onnx'
import { describe, expect, it } from 'vitest'
import { checkModel, withSizes } from './index.ts'
import { squeezenet } from './testing/classifiers.ts'
import { net } from './testing/net.ts'

const pack = readPack(readFileSync(join(import.meta.dirname, '..', '..', 'knowledge', 'pack.json'), 'utf8'))
const metis = pack.chips.find(({ id }) => id === 'metis') as Chip
const plain = squeezenet()

function changed(change: (model: ReturnType<typeof decodeModel>) => void): Uint8Array {
  const model = decodeModel(plain)
  change(model)
  return encodeModel(model)
}

function said(facts: OnnxFacts, chip: Chip = metis) {
  const check = checkModel(facts, [chip]).checks[0]
  return { answer: check?.answer, wrong: (check?.points ?? []).filter(({ answer }) => answer !== 'fits') }
}

describe('a model as a whole', () => {
  it.each([13, 18])('is of no use with opset %i, and says which to export', (version) => {
    const { answer, wrong } = said(
      onnxFacts(changed(({ opsetImport }) => void (opsetImport[0] = { domain: '', version }))),
    )
    expect([answer, wrong[0]?.about, wrong[0]?.instead?.en]).toEqual(['no', 'opset', 'Export again with opset 17.'])
  })

  it('that was quantised already is no model for a chip that does so itself', () => {
    const n = net()
    const x = n.op('DequantizeLinear', [
      n.op('QuantizeLinear', [n.input([1, 3, 8, 8]), { floats: [0.1], dims: [] }]),
      { floats: [0.1], dims: [] },
    ])
    const facts = onnxFacts(n.build([n.conv(x, 3, 8, 3)]))
    const { model, checks } = checkModel(facts, [metis])
    expect([model.precision, checks[0]?.answer]).toEqual(['int8', 'partly'])
    expect(said(facts).wrong.map(({ operator }) => operator)).toContain('QuantizeLinear')
  })

  it('has no room in less memory than its weights take', () => {
    const small = { ...metis, memory: { ...metis.memory, value: 500_000 } }
    expect(said(onnxFacts(plain), small)).toMatchObject({ answer: 'no', wrong: [{ about: 'memory' }] })
  })

  it('may have its sizes named by whoever asks', () => {
    const open = onnxFacts(changed(({ graph }) => void (graph.input[0] = { name: 'x' })))
    expect(said(open).answer).toBe('no')
    expect(said(withSizes(open, [1, 3, 224, 224])).answer).toBe('fits')
  })
})

/** One operator after a convolution, that makes 64 channels of 16 by 16. */
function alone(operator: string, more: Parameters<ReturnType<typeof net>['op']>[1], attributes = {}): OnnxFacts {
  const n = net()
  return onnxFacts(n.build([n.op(operator, [n.conv(n.input([1, 3, 16, 16]), 3, 64, 3), ...more], attributes)]))
}
const ints = (...values: number[]) => ({ ints: values })
const number = (value: number) => ({ floats: [value], dims: [] })

describe('the conditions of Metis', () => {
  it.each([
    ['Slice along the channels', alone('Slice', [ints(0), ints(32), ints(1), ints(2)]), 'fits'],
    ['Slice of a side', alone('Slice', [ints(2), ints(14), ints(2)]), 'fits'],
    ['Slice of a side with steps', alone('Slice', [ints(0), ints(16), ints(2), ints(2)]), 'no'],
    ['Slice along two axes', alone('Slice', [ints(0, 0), ints(8, 8), ints(2, 3)]), 'no'],
    ['Pad of the sides', alone('Pad', [ints(0, 0, 1, 1, 0, 0, 1, 1)]), 'fits'],
    ['Pad of 64 channels', alone('Pad', [ints(0, 0, 0, 0, 0, 64, 0, 0)]), 'fits'],
    ['Pad of three channels', alone('Pad', [ints(0, 0, 0, 0, 0, 3, 0, 0)]), 'no'],
    ['Pad by mirroring', alone('Pad', [ints(0, 0, 1, 1, 0, 0, 1, 1)], { mode: 'reflect' }), 'no'],
    ['Pad with ones', alone('Pad', [ints(0, 0, 1, 1, 0, 0, 1, 1), number(1)]), 'no'],
    ['PRelu, one slope a channel', alone('PRelu', [{ random: [64, 1, 1] }]), 'fits'],
    ['PRelu, one slope a place', alone('PRelu', [{ random: [64, 16, 16] }]), 'no'],
    ['Add of one number', alone('Add', [number(2)]), 'fits'],
    ['Add of a number a channel', alone('Add', [{ random: [1, 64, 1, 1] }]), 'fits'],
    ['Add of a picture that is constant', alone('Add', [{ random: [1, 64, 16, 16] }]), 'no'],
    ['Mul of one number in a list', alone('Mul', [{ floats: [2] }]), 'unknown'],
    ['Sub of a number a channel', alone('Sub', [{ random: [1, 64, 1, 1] }]), 'fits'],
    ['Clip as ReLU6', alone('Clip', [number(0), number(6)]), 'fits'],
    ['Clip to one', alone('Clip', [number(0), number(1)]), 'no'],
    [
      'AveragePool with padding that counts',
      alone('AveragePool', [], { kernel_shape: [3, 3], pads: [1, 1, 1, 1], count_include_pad: 1 }),
      'fits',
    ],
    [
      'AveragePool with padding that does not',
      alone('AveragePool', [], { kernel_shape: [3, 3], pads: [1, 1, 1, 1] }),
      'no',
    ],
    ['MaxPool column by column', alone('MaxPool', [], { kernel_shape: [2, 2], storage_order: 1 }), 'no'],
    [
      'ConvTranspose in groups',
      alone('ConvTranspose', [{ random: [64, 1, 2, 2] }], { group: 64, kernel_shape: [2, 2] }),
      'no',
    ],
    ['Transpose of nothing', alone('Transpose', [], { perm: [0, 1, 2, 3] }), 'fits'],
    ['Flatten at the end', alone('Flatten', []), 'fits'],
    ['Selu', alone('Selu', []), 'fits'],
    ['Selu of another kind', alone('Selu', [], { alpha: 1.5 }), 'no'],
    ['Split of the channels', alone('Split', [ints(32, 32)], { axis: 1 }), 'fits'],
    ['Resize to three times', alone('Resize', ['', { floats: [1, 1, 3, 3] }], { mode: 'linear' }), 'fits'],
    ['Resize to one and a half', alone('Resize', ['', { floats: [1, 1, 1.5, 1.5] }], { mode: 'linear' }), 'no'],
    ['Resize by cubes', alone('Resize', ['', { floats: [1, 1, 2, 2] }], { mode: 'cubic' }), 'no'],
  ] as const)('%s', (_name, facts, expected) => {
    const { wrong } = said(facts)
    const operators = wrong.filter(({ about }) => about === 'operator')
    const answer = { fits: [], no: ['partly'], unknown: ['unknown'] }[expected]
    expect(operators.map((each) => each.answer)).toEqual(answer)
  })
})

describe('what no exporter writes', () => {
  const facts = onnxFacts(plain)
  const first = facts.nodes[0]
  if (!first) throw new Error('no node')

  it('sizes that are impossible, operators in a circle and names of everything are looked at without harm', () => {
    const circle = [
      { ...first, inputs: ['b'], outputs: ['a'] },
      { ...first, inputs: ['a'], outputs: ['b'] },
    ]
    for (const nodes of [
      circle,
      [
        { ...first, operator: 'constructor' },
        { ...first, operator: '__proto__' },
      ],
      ['Softmax', 'Mul'].map((operator, n) => ({ ...first, operator, inputs: [`${n}`], outputs: [`${1 - n}`] })),
      [{ ...first, inputs: [], outputs: [] }],
      [{ ...first, attributes: { strides: [0, 0], dilations: [-1, 1e18], pads: [1], kernel_shape: null } }],
      facts.nodes.map((node) => ({ ...node, inputs: [...node.inputs].reverse() })),
      facts.nodes.toReversed(),
    ])
      expect(() => checkModel({ ...facts, nodes }, pack.chips)).not.toThrow()
    expect(() => checkModel(withSizes(facts, [0, -1, 1e15]), pack.chips)).not.toThrow()
  })

  it('a deep model takes no longer than a shallow one of as many operators', () => {
    const nodes = Array.from({ length: 20_000 }, (_, n) => ({
      ...first,
      operator: n % 2 ? 'Relu' : 'Softmax',
      inputs: [n === 0 ? 'x' : `v${n - 1}`],
      outputs: [`v${n}`],
      attributes: {},
    }))
    const begin = performance.now()
    checkModel({ ...facts, nodes, constants: [] }, [metis])
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  it('a chip of which nothing is documented answers so', () => {
    const none = { value: null, status: 'unknown', source: null, checkedOn: '2026-11-25' } as const
    const operators = { ...none, value: null as ChipOperator[] | null }
    const dark: Chip = {
      ...metis,
      opsets: none,
      precision: none,
      memory: none,
      batch: none,
      openSizes: none,
      operators,
      others: none,
    }
    expect(said(facts, dark).answer).toBe('unknown')
  })
})
