import type { OwnModel, Recognised } from '@nabij/base'

export const ownModel: OwnModel = {
  id: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e77',
  name: 'koekjes',
  createdAt: 1_764_000_000_000,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  bytes: 10_512_340,
  stopped: false,
  family: 'ultralytics',
  inputs: [{ name: 'images', type: 'float32', dims: [1, 3, 640, 640] }],
  outputs: [{ name: 'output0', type: 'float32', dims: [1, 6, 8400] }],
  opset: 17,
  work: 4_400_000_000,
  settings: {
    layout: 'yolo-columns',
    outputs: { main: 'output0' },
    fit: 'letterbox',
    keep: 1,
    rim: 114,
    order: 'rgb',
    divide: 255,
    mean: [0, 0, 0],
    spread: [1, 1, 1],
    scores: 'as-they-are',
    corners: 'cxcywh',
    unit: 'pixels',
    first: 0,
    labels: ['good', 'crack'],
    least: 0.25,
    overlap: 0.45,
  },
  reasons: [
    { about: 'layout', by: 'shapes', saw: 'output0 [1, 6, 8400]' },
    { about: 'fit', by: 'usual', saw: 'ultralytics' },
    { about: 'labels', by: 'metadata', saw: 'names (2)' },
  ],
}

export const recognised: Recognised = {
  labels: [{ name: 'crack', score: 0.91, box: { x: 0.41, y: 0.22, w: 0.1, h: 0.34 } }],
  width: 1920,
  height: 1080,
  ms: { decode: 12.1, model: 41.5, total: 53.9 },
}
