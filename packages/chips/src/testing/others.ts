import { net } from './net.ts'

/** Vision transformer: patches, then layers of attention. */
export function vit(): Uint8Array {
  const n = net(12)
  const width = 192
  const patches = n.conv(n.input([1, 3, 224, 224]), 3, width, 16, { stride: 16, pads: [0, 0, 0, 0] })
  let x = n.op('Transpose', [n.op('Reshape', [patches, { ints: [1, width, 196] }])], { perm: [0, 2, 1] })
  const norm = (y: string) => n.op('LayerNormalization', [y, { random: [width] }, { random: [width] }], { axis: -1 })
  const linear = (y: string, from: number, to: number) =>
    n.op('Add', [n.op('MatMul', [y, { random: [from, to] }]), { random: [to] }])
  for (let layer = 0; layer < 4; layer++) {
    const heads = (y: string, perm: number[]) =>
      n.op('Transpose', [n.op('Reshape', [y, { ints: [1, 196, 3, 64] }])], { perm })
    const y = norm(x)
    const like = n.op('MatMul', [
      heads(linear(y, width, width), [0, 2, 1, 3]),
      heads(linear(y, width, width), [0, 2, 3, 1]),
    ])
    const seen = n.op('MatMul', [n.op('Softmax', [like], { axis: -1 }), heads(linear(y, width, width), [0, 2, 1, 3])])
    const back = n.op('Reshape', [n.op('Transpose', [seen], { perm: [0, 2, 1, 3] }), { ints: [1, 196, width] }])
    x = n.op('Add', [x, linear(back, width, width)])
    const wide = linear(norm(x), width, width * 4)
    const gelu = n.op('Mul', [wide, n.op('Erf', [n.op('Div', [wide, { floats: [1.25], dims: [] }])])])
    x = n.op('Add', [x, linear(gelu, width * 4, width)])
  }
  return n.build([n.op('ReduceMean', [x], { axes: [1], keepdims: 0 })])
}

/** Sound or vibration over time, step by step. */
export function recurrent(operator: 'LSTM' | 'GRU'): Uint8Array {
  const n = net(2)
  const gates = operator === 'LSTM' ? 4 : 3
  const weights = [{ random: [1, gates * 64, 8] }, { random: [1, gates * 64, 64] }, { random: [1, gates * 128] }]
  const x = n.input([128, 1, 8])
  const [steps = ''] = n.several(operator, [x, ...weights], 1, { hidden_size: 64 })
  return n.build([n.op('Squeeze', [steps, { ints: [1] }])])
}

/** An autoencoder over 512 samples of four channels: over time as it is, or laid out as a picture one place high. */
export function autoencoder(layout: 'time' | 'picture', group = 1): Uint8Array {
  const n = net(13)
  const flat = layout === 'time'
  let x = n.input(flat ? [1, 4, 512] : [1, 4, 1, 512])
  for (const [from, to] of [
    [4, 16],
    [16, 32],
    [32, 16],
    [16, 4],
  ] as const) {
    const groups = group === 1 ? 1 : Math.min(from, to)
    const kernel = flat ? [9] : [1, 9]
    x = n.op('Conv', [x, { random: [to, from / groups, ...kernel] }, { random: [to] }], {
      kernel_shape: kernel,
      pads: flat ? [4, 4] : [0, 4, 0, 4],
      group: groups,
    })
    x = n.act(x, 'Relu')
  }
  return n.build([x])
}

/** Only dense layers, on numbers that were computed before. */
export function dense(): Uint8Array {
  const n = net(14)
  let x = n.input([1, 64])
  for (const [from, to] of [
    [64, 32],
    [32, 8],
    [8, 32],
    [32, 64],
  ] as const)
    x = n.act(n.dense(x, from, to), 'Relu')
  return n.build([x])
}

/** The search of PatchCore alone: each row against a bank, the nearest, and the mean of the three farthest. */
export function search(rows = 256, bank = 5120): Uint8Array {
  const n = net(15)
  const x = n.input([rows, 152])
  const like = n.op('Gemm', [x, { random: [bank, 152] }, { random: [bank] }], { transB: 1 })
  const best = n.op('ReduceMax', [like], { axes: [1], keepdims: 1 })
  const flat = n.op('Reshape', [n.op('Sqrt', [best]), { ints: [-1] }])
  const [largest = ''] = n.several('TopK', [flat, { ints: [3] }], 2)
  return n.build([n.op('ReduceMean', [largest], { axes: [0] })])
}

/** With an operator of a maker's own. */
export function ownOperator(): Uint8Array {
  const n = net(16)
  return n.build([n.op('FancyNorm', [n.act(n.conv(n.input([1, 3, 64, 64]), 3, 32, 3), 'Relu')])])
}
