import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChipAnswer } from '@nabij/base'
import { readPack } from '@nabij/knowledge'
import { onnxFacts } from '@nabij/vision'
import { describe, expect, it } from 'vitest'
import { checkModel } from './index.ts'
import * as classifiers from './testing/classifiers.ts'
import * as others from './testing/others.ts'
import { ownCut } from './testing/own-cuts.ts'
import * as seers from './testing/seers.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const { chips } = readPack(readFileSync(join(root, 'packages', 'knowledge', 'pack.json'), 'utf8'))
const backbone = readFileSync(join(root, 'models', 'efficientnet-lite0', 'backbone.onnx'))

function checked(onnx: Uint8Array, chip = 'metis') {
  const { checks, model } = checkModel(onnxFacts(onnx), chips)
  const found = checks.find((check) => check.chip.id === chip)
  if (!found) throw new Error(chip)
  const said = found.points.filter(({ answer }) => answer !== 'fits').map(({ text }) => text.en)
  return { ...found, model, said: said.join('\n') }
}

type Expected = [string, () => Uint8Array, ChipAnswer, { least?: number; most?: number; says?: RegExp }]

/** What is expected of Axelera Metis, from its list of operators and their conditions for opset 17. */
const expected: Expected[] = [
  ['ResNet-18', () => classifiers.resnet(18), 'fits', { least: 1 }],
  ['ResNet-50', () => classifiers.resnet(50), 'fits', { least: 1 }],
  ['ResNet-18, four pictures at once', () => classifiers.resnet(18, 4), 'no', { says: /4 pictures at once/ }],
  ['ResNet-18, batch left open', () => classifiers.resnet(18, 'n'), 'no', { says: /sizes of x are open/ }],
  ['MobileNetV2', classifiers.mobilenetV2, 'fits', { least: 1 }],
  ['MobileNetV3, PyTorch’s gates', () => classifiers.mobilenetV3(1 / 6), 'fits', { least: 1 }],
  [
    'MobileNetV3, gates as ONNX has them',
    () => classifiers.mobilenetV3(),
    'no',
    { says: /HardSigmoid: only with alpha 1\/6/ },
  ],
  ['EfficientNet-Lite0', classifiers.efficientnetLite0, 'fits', { least: 1 }],
  ['EfficientNet-B0', classifiers.efficientnetB0, 'fits', { least: 1 }],
  ['SqueezeNet', classifiers.squeezenet, 'fits', { least: 1 }],
  ['a network as Keras pads it', classifiers.kerasStyle, 'no', { says: /Conv: only with padding in numbers/ }],
  ['YOLOv5', seers.yolov5, 'partly', { least: 0.99, says: /Transpose: only where the order stays/ }],
  ['YOLOv8', seers.yolov8, 'partly', { least: 0.99, says: /Softmax: only within the attention block/ }],
  ['attention as YOLO11 has it', seers.withAttention, 'unknown', { says: /only the maker’s own program can say/ }],
  ['SSD', seers.ssd, 'partly', { least: 0.99, says: /Reshape: only where nothing changes/ }],
  ['U-Net, transposed convolutions', () => seers.unet(), 'fits', { least: 1 }],
  ['U-Net, resized by half pixels', () => seers.unet(resize('half_pixel')), 'fits', { least: 1 }],
  [
    'U-Net, resized by corners',
    () => seers.unet(resize('align_corners')),
    'no',
    { most: 0.25, says: /Resize: only nearest/ },
  ],
  ['patch description network', seers.patchDescription, 'fits', { least: 1 }],
  ['vision transformer', others.vit, 'no', { most: 0.1, says: /LayerNormalization is not on the list/ }],
  ['LSTM', () => others.recurrent('LSTM'), 'no', { most: 0, says: /LSTM is not on the list/ }],
  ['GRU', () => others.recurrent('GRU'), 'no', { most: 0, says: /GRU is not on the list/ }],
  ['autoencoder over time', () => others.autoencoder('time'), 'no', { says: /Conv: only for values with four sizes/ }],
  ['the same as a picture one place high', () => others.autoencoder('picture'), 'fits', { least: 1 }],
  ['the same in groups', () => others.autoencoder('picture', 2), 'no', { says: /square kernel/ }],
  ['dense layers', others.dense, 'fits', { least: 1 }],
  ['the search of PatchCore', others.search, 'partly', { least: 0.99, says: /TopK is not on the list/ }],
  ['an operator of somebody’s own', others.ownOperator, 'partly', { says: /FancyNorm is not on the list/ }],
  ['our local features', () => ownCut(backbone, ['b2', 'b4']), 'partly', { least: 0.99, says: /4 before it/ }],
  ['our semantic features', () => ownCut(backbone, ['b6']), 'partly', { least: 0.99, says: /Cast is not on the list/ }],
  [
    'all our features',
    () => ownCut(backbone, ['b2', 'b4', 'b6']),
    'partly',
    { least: 0.99, says: /4 before it \(of 93/ },
  ],
]

function resize(coordinates: string): Record<string, string> {
  return { mode: 'linear', coordinate_transformation_mode: coordinates }
}

describe('Axelera Metis', () => {
  it.each(expected)('%s', (_name, make, answer, { least = 0, most = 1, says = /^/ }) => {
    const found = checked(make())
    expect([found.answer, found.said]).toEqual([answer, expect.stringMatching(says)])
    expect(found.share).toBeGreaterThanOrEqual(least)
    expect(found.share).toBeLessThanOrEqual(most)
  })

  it('says after which values a detector is to be cut, and how much is left for the computer itself', () => {
    const { parts, model } = checked(seers.yolov5())
    expect(parts).toMatchObject({ before: 0, after: 13 })
    expect(parts?.cutAt).toHaveLength(3)
    expect(model.operators).toMatchObject({ Resize: 2, Transpose: 3 })
  })

  it('gives each thing its source and day, and another way where there is one', () => {
    const { points } = checked(classifiers.kerasStyle())
    const padded = points.find(({ operator }) => operator === 'Conv')
    expect(padded).toMatchObject({ count: 3, status: 'confirmed', checkedOn: '2026-11-25' })
    expect(padded?.source?.address).toContain('onnx-opset17-support.md')
    expect(padded?.instead?.nl).toContain('randen in getallen')
  })
})

describe('other chips', () => {
  it('Jetson runs what is on the list of TensorRT', () => {
    for (const make of [() => classifiers.resnet(18), others.vit, () => others.recurrent('LSTM'), seers.yolov8])
      expect(checked(make(), 'jetson-orin-nano').answer).toBe('fits')
    expect(checked(others.ownOperator(), 'jetson-orin-nano').answer).toBe('no')
    expect(checked(ownCut(backbone, ['b2']), 'jetson-orin-nano').answer).toBe('fits')
  })

  it('says of OpenVINO what its reader knows, and that the devices are not documented', () => {
    const cpu = checked(classifiers.mobilenetV2(), 'openvino-cpu')
    expect([cpu.answer, cpu.sentence.en]).toEqual([
      'unknown',
      expect.stringContaining('which of them the chip itself runs'),
    ])
    expect(checked(classifiers.resnet(18, 'n'), 'openvino-npu').answer).toBe('no')
    expect(checked(others.ownOperator(), 'openvino-gpu').answer).toBe('no')
  })

  it('documents nothing of Hailo, whatever the model', () => {
    for (const make of [classifiers.mobilenetV2, others.vit, others.dense]) {
      const { answer, sentence } = checked(make(), 'hailo-8')
      expect([answer, sentence.en]).toEqual(['unknown', expect.stringContaining('it was read nowhere which operators')])
    }
  })
})
