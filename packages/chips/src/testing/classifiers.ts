import { type Net, net } from './net.ts'

/** Global pooling, flattening and one dense layer: how nearly all of them end. */
function ending(n: Net, x: string, channels: number, classes = 1000): string {
  return n.dense(n.op('Flatten', [n.op('GlobalAveragePool', [x])]), channels, classes)
}

export function resnet(depth: 18 | 50, batch: number | string = 1): Uint8Array {
  const n = net(depth)
  const deep = depth === 50
  let x = n.act(n.conv(n.input([batch, 3, 224, 224]), 3, 64, 7, { stride: 2 }), 'Relu')
  x = n.op('MaxPool', [x], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] })
  let from = 64
  for (const [stage, count] of (deep ? [3, 4, 6, 3] : [2, 2, 2, 2]).entries()) {
    const width = 64 * 2 ** stage
    const to = deep ? width * 4 : width
    for (let block = 0; block < count; block++) {
      const stride = stage > 0 && block === 0 ? 2 : 1
      const middle = deep
        ? n.conv(
            n.act(n.conv(n.act(n.conv(x, from, width, 1), 'Relu'), width, width, 3, { stride }), 'Relu'),
            width,
            to,
            1,
          )
        : n.conv(n.act(n.conv(x, from, to, 3, { stride }), 'Relu'), to, to, 3)
      const side = stride > 1 || from !== to ? n.conv(x, from, to, 1, { stride }) : x
      x = n.act(n.op('Add', [middle, side]), 'Relu')
      from = to
    }
  }
  return n.build([ending(n, x, from)])
}

interface Inverted {
  /** Widening, filters, repeats, stride, kernel. */
  rows: [number, number, number, number, number][]
  act: string
  /** Weighs channels by what is in the whole picture. */
  squeeze?: { act: string; gate: string }
  gateOptions?: Record<string, number>
}

function inverted({ rows, act, squeeze, gateOptions = {} }: Inverted, size = 224): Uint8Array {
  const n = net(rows.length)
  let x = n.act(n.conv(n.input([1, 3, size, size]), 3, 32, 3, { stride: 2 }), act)
  let from = 32
  for (const [widen, to, count, first, kernel] of rows) {
    for (let block = 0; block < count; block++) {
      const stride = block === 0 ? first : 1
      const wide = from * widen
      let y = widen === 1 ? x : n.act(n.conv(x, from, wide, 1), act)
      y = n.act(n.conv(y, wide, wide, kernel, { stride, group: wide }), act)
      if (squeeze) {
        const small = n.act(n.conv(n.op('GlobalAveragePool', [y]), wide, Math.max(8, wide / 4), 1), squeeze.act)
        const gate = n.op(squeeze.gate, [n.conv(small, Math.max(8, wide / 4), wide, 1)], gateOptions)
        y = n.op('Mul', [y, gate])
      }
      y = n.conv(y, wide, to, 1)
      x = stride === 1 && from === to ? n.op('Add', [x, y]) : y
      from = to
    }
  }
  return n.build([ending(n, n.act(n.conv(x, from, 1280, 1), act), 1280)])
}

const mobile: Inverted['rows'] = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 32, 3, 2, 3],
  [6, 64, 4, 2, 3],
  [6, 96, 3, 1, 3],
  [6, 160, 3, 2, 3],
  [6, 320, 1, 1, 3],
]
const efficient: Inverted['rows'] = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 40, 2, 2, 5],
  [6, 80, 3, 2, 3],
  [6, 112, 3, 1, 5],
  [6, 192, 4, 2, 5],
  [6, 320, 1, 1, 3],
]

export const mobilenetV2 = () => inverted({ rows: mobile, act: 'Relu6' })
export const efficientnetLite0 = () => inverted({ rows: efficient, act: 'Relu6' })
export const efficientnetB0 = () =>
  inverted({ rows: efficient, act: 'Silu', squeeze: { act: 'Silu', gate: 'Sigmoid' } })
/** With the gate as PyTorch writes it (alpha 1/6), or as ONNX has it of itself (0.2). */
export const mobilenetV3 = (alpha?: number) =>
  inverted({
    rows: mobile,
    act: 'HardSwish',
    squeeze: { act: 'Relu', gate: 'HardSigmoid' },
    ...(alpha === undefined ? {} : { gateOptions: { alpha } }),
  })

export function squeezenet(): Uint8Array {
  const n = net(7)
  let x = n.act(n.conv(n.input([1, 3, 224, 224]), 3, 64, 3, { stride: 2, pads: [0, 0, 0, 0] }), 'Relu')
  let from = 64
  for (const [small, wide] of [
    [16, 64],
    [32, 128],
    [48, 192],
    [64, 256],
  ] as const) {
    const squeezed = n.act(n.conv(x, from, small, 1), 'Relu')
    const parts = [n.act(n.conv(squeezed, small, wide, 1), 'Relu'), n.act(n.conv(squeezed, small, wide, 3), 'Relu')]
    x = n.op('MaxPool', [n.op('Concat', parts, { axis: 1 })], { kernel_shape: [3, 3], strides: [2, 2] })
    from = wide * 2
  }
  return n.build([n.op('Flatten', [n.op('GlobalAveragePool', [n.act(n.conv(x, from, 1000, 1), 'Relu')])])])
}

/** As Keras exports it: padding is left to whoever runs it. */
export function kerasStyle(): Uint8Array {
  const n = net(9)
  let x = n.input([1, 3, 224, 224])
  for (const [from, to] of [
    [3, 32],
    [32, 64],
    [64, 128],
  ] as const)
    x = n.act(n.conv(x, from, to, 3, { stride: 2, more: { auto_pad: 'SAME_UPPER' } }), 'Relu')
  return n.build([ending(n, x, 128)])
}
