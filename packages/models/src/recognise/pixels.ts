import type { ModelFamily, ModelReason, ModelSettings } from '@nabij/base'
import type { Hints } from './hints.ts'
import type { LayoutFound } from './layout.ts'
import type { PictureInput } from './recognise.ts'

type Pixels = Pick<ModelSettings, 'fit' | 'keep' | 'rim' | 'order' | 'divide' | 'mean' | 'spread'>

/** Mean and spread of the pictures of ImageNet, which most networks were begun with. */
export const imagenet = { divide: 255, mean: [0.485, 0.456, 0.406], spread: [0.229, 0.224, 0.225] } as const
const plain = { mean: [0, 0, 0], spread: [1, 1, 1] } as const

/** How the makers of each family make pictures into numbers. */
const usual: Record<ModelFamily, Pick<Pixels, 'fit' | 'order' | 'divide'> & Partial<Pixels>> = {
  'custom-vision': { fit: 'stretch', order: 'rgb', divide: 255 },
  ultralytics: { fit: 'letterbox', order: 'rgb', divide: 255 },
  roboflow: { fit: 'stretch', order: 'rgb', divide: 255 },
  yolox: { fit: 'letterbox-corner', order: 'bgr', divide: 1 },
  ssd: { fit: 'stretch', order: 'rgb', divide: 255 },
  classifier: { fit: 'crop', keep: 0.875, order: 'rgb', ...asLists(imagenet) },
  unknown: { fit: 'stretch', order: 'rgb', divide: 255 },
}

export function pixelsOf(
  family: ModelFamily,
  layout: LayoutFound,
  { type }: PictureInput,
  { order, divide, fit }: Hints,
): { settings: Pixels; reasons: ModelReason[] } {
  const { settings: known } = layout
  const base = { keep: 1, rim: 114, ...asLists(plain), ...usual[family] }
  const cropped = family === 'ultralytics' && known.layout === 'classes' ? { fit: 'crop' as const } : {}
  // RF-DETR, the boxes apart of Roboflow, wants pictures as ImageNet has them.
  const centred = family === 'roboflow' && known.layout === 'scored-boxes' ? asLists(imagenet) : {}
  const settings: Pixels = {
    ...base,
    ...cropped,
    ...centred,
    ...(order ? { order: order.is } : {}),
    ...(divide ? { divide: divide.is } : {}),
    ...(fit ? { fit: fit.is } : {}),
    // What takes bytes takes pixels as they are.
    ...(type === 2 ? { divide: 1, ...asLists(plain) } : {}),
  }
  const reasons: ModelReason[] = [
    fit ? { about: 'fit', by: 'manifest', saw: fit.saw } : { about: 'fit', by: 'usual', saw: family },
    order ? { about: 'colours', by: 'metadata', saw: order.saw } : { about: 'colours', by: 'usual', saw: family },
    type === 2
      ? { about: 'numbers', by: 'shapes', saw: 'uint8' }
      : divide
        ? { about: 'numbers', by: 'metadata', saw: divide.saw }
        : { about: 'numbers', by: 'usual', saw: family },
  ]
  return { settings, reasons }
}

type Three = [number, number, number]

function asLists<T extends { mean: readonly [number, number, number]; spread: readonly [number, number, number] }>(
  given: T,
) {
  return { ...given, mean: [...given.mean] as Three, spread: [...given.spread] as Three }
}
