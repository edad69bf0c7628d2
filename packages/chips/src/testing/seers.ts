import { type Net, net } from './net.ts'

const silu = (n: Net, x: string, from: number, to: number, kernel = 3, stride = 1) =>
  n.act(n.conv(x, from, to, kernel, { stride }), 'Silu')

/** Five times half as large; what comes out of the last three. */
function pyramid(n: Net, x: string): [string, string, string] {
  let y = silu(n, silu(n, x, 3, 32, 3, 2), 32, 64, 3, 2)
  const found: string[] = []
  let from = 64
  for (const to of [128, 256, 512]) {
    y = silu(n, y, from, to, 3, 2)
    const parts = n.several('Split', [y, { ints: [to / 2, to / 2] }], 2, { axis: 1 })
    const deep = n.op('Add', [parts[1] ?? '', silu(n, silu(n, parts[1] ?? '', to / 2, to / 2), to / 2, to / 2)])
    y = silu(n, n.op('Concat', [...parts, deep], { axis: 1 }), to * 1.5, to, 1)
    found.push(y)
    from = to
  }
  return found as [string, string, string]
}

function twiceAsLarge(n: Net, x: string): string {
  return n.op('Resize', [x, '', { floats: [1, 1, 2, 2] }], {
    mode: 'nearest',
    coordinate_transformation_mode: 'asymmetric',
    nearest_mode: 'floor',
  })
}

/** The neck that both YOLOs have in common. */
function neck(n: Net, [small, middle, large]: [string, string, string]): string[] {
  const up = silu(n, n.op('Concat', [twiceAsLarge(n, large), middle], { axis: 1 }), 768, 256)
  const top = silu(n, n.op('Concat', [twiceAsLarge(n, up), small], { axis: 1 }), 384, 128)
  return [top, up, large]
}

/** YOLOv5: three anchors a place, reshaped and decoded within the model. */
export function yolov5(classes = 80): Uint8Array {
  const n = net(5)
  const levels = neck(n, pyramid(n, n.input([1, 3, 640, 640])))
  const heads = levels.map((x, k) => {
    const side = 80 / 2 ** k
    const raw = n.conv(x, 128 * 2 ** k, 3 * (classes + 5), 1)
    const apart = n.op('Reshape', [raw, { ints: [1, 3, classes + 5, side, side] }])
    const turned = n.op('Sigmoid', [n.op('Transpose', [apart], { perm: [0, 1, 3, 4, 2] })])
    return n.op('Reshape', [turned, { ints: [1, 3 * side * side, classes + 5] }])
  })
  return n.build([n.op('Concat', heads, { axis: 1 })])
}

/** YOLOv8: distances as a distribution, turned into boxes by a softmax and a convolution. */
export function yolov8(classes = 80): Uint8Array {
  const n = net(8)
  return n.build([distanceHead(n, neck(n, pyramid(n, n.input([1, 3, 640, 640]))), classes)])
}

function distanceHead(n: Net, levels: string[], classes: number): string {
  const heads = levels.map((x, k) => {
    const from = 128 * 2 ** k
    const both = [n.conv(silu(n, x, from, 64), 64, 64, 1), n.conv(silu(n, x, from, 64), 64, classes, 1)]
    return n.op('Reshape', [n.op('Concat', both, { axis: 1 }), { ints: [1, 64 + classes, (80 / 2 ** k) ** 2] }])
  })
  const [boxes = '', scores = ''] = n.several(
    'Split',
    [n.op('Concat', heads, { axis: 2 }), { ints: [64, classes] }],
    2,
    {
      axis: 1,
    },
  )
  const apart = n.op('Transpose', [n.op('Reshape', [boxes, { ints: [1, 4, 16, 8400] }])], { perm: [0, 2, 1, 3] })
  const distances = n.op('Reshape', [n.conv(n.op('Softmax', [apart], { axis: 1 }), 16, 1, 1), { ints: [1, 4, 8400] }])
  const [low = '', high = ''] = n.several('Split', [distances, { ints: [2, 2] }], 2, { axis: 1 })
  const middle = n.op('Div', [n.op('Add', [low, high]), { floats: [2], dims: [] }])
  return n.op('Concat', [n.op('Concat', [middle, n.op('Sub', [high, low])], { axis: 1 }), n.op('Sigmoid', [scores])], {
    axis: 1,
  })
}

/** A classifier with the attention block that YOLO11 has: Split, two products and a softmax between reshapes. */
export function withAttention(): Uint8Array {
  const n = net(11)
  const [, , x] = pyramid(n, n.input([1, 3, 640, 640]))
  const flat = n.op('Reshape', [n.conv(x, 512, 1024, 1), { ints: [1, 8, 128, 400] }])
  const [query = '', key = '', value = ''] = n.several('Split', [flat, { ints: [32, 32, 64] }], 3, { axis: 2 })
  const like = n.op('MatMul', [n.op('Transpose', [query], { perm: [0, 1, 3, 2] }), key])
  const weights = n.op('Softmax', [n.op('Mul', [like, { floats: [0.18], dims: [] }])], { axis: -1 })
  const seen = n.op('MatMul', [value, n.op('Transpose', [weights], { perm: [0, 1, 3, 2] })])
  const back = n.op('Add', [n.op('Reshape', [seen, { ints: [1, 512, 20, 20] }]), x])
  return n.build([n.dense(n.op('Flatten', [n.op('GlobalAveragePool', [back])]), 512, 1000)])
}

/** U-Net; it grows by transposed convolutions, or by resizing with these attributes. */
export function unet(resize?: Record<string, string>): Uint8Array {
  const n = net(3)
  const twice = (x: string, from: number, to: number) =>
    n.act(n.conv(n.act(n.conv(x, from, to, 3), 'Relu'), to, to, 3), 'Relu')
  const widths = [32, 64, 128, 256]
  const kept: string[] = []
  let x = n.input([1, 3, 256, 256])
  let from = 3
  for (const width of widths) {
    x = twice(x, from, width)
    kept.push(x)
    x = n.op('MaxPool', [x], { kernel_shape: [2, 2], strides: [2, 2] })
    from = width
  }
  for (const width of widths.toReversed()) {
    const up = resize
      ? n.conv(n.op('Resize', [x, '', { floats: [1, 1, 2, 2] }], resize), from, width, 3)
      : n.op('ConvTranspose', [x, { random: [from, width, 2, 2] }], { kernel_shape: [2, 2], strides: [2, 2] })
    x = twice(n.op('Concat', [up, kept.pop() ?? ''], { axis: 1 }), width * 2, width)
    from = width
  }
  return n.build([n.act(n.conv(x, 32, 1, 1), 'Sigmoid')])
}

/** SSD on a small backbone: boxes of each level, laid side by side. */
export function ssd(classes = 21): Uint8Array {
  const n = net(4)
  const levels = pyramid(n, n.input([1, 3, 320, 320]))
  const side = (k: number) => 40 / 2 ** k
  const heads = (width: number) =>
    levels.map((x, k) => {
      const raw = n.op('Transpose', [n.conv(x, 128 * 2 ** k, 6 * width, 3)], { perm: [0, 2, 3, 1] })
      return n.op('Reshape', [raw, { ints: [1, side(k) ** 2 * 6, width] }])
    })
  const scores = n.op('Softmax', [n.op('Concat', heads(classes), { axis: 1 })], { axis: 2 })
  return n.build([scores, n.op('Concat', heads(4), { axis: 1 })])
}

/** What finds defects without a bank: a small network of convolutions and pooling without padding. */
export function patchDescription(): Uint8Array {
  const n = net(6)
  let x = n.act(n.conv(n.input([1, 3, 256, 256]), 3, 128, 4, { pads: [0, 0, 0, 0] }), 'Relu')
  x = n.op('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] })
  x = n.act(n.conv(x, 128, 256, 4, { pads: [0, 0, 0, 0] }), 'Relu')
  x = n.op('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] })
  return n.build([n.conv(n.act(n.conv(x, 256, 256, 3), 'Relu'), 256, 384, 4, { pads: [0, 0, 0, 0] })])
}
