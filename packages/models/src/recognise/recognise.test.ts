import { describe, expect, it } from 'vitest'
import { readModel } from '../read-model.ts'
import { colourClassifier, fixedAnswers } from '../testing/small-models.ts'

/** One output of a size, of noughts. */
const out = (name: string, dims: number[]) => ({
  name,
  dims,
  data: Array<number>(dims.reduce((a, b) => a * b, 1)).fill(0),
})
const because = ({ reasons }: ReturnType<typeof readModel>) =>
  Object.fromEntries(reasons.map(({ about, by }) => [about, by]))

// 32 × 32: 21 places on grids of 8, 16 and 32 pixels.
describe('a detector', () => {
  it.each([
    ['YOLOv8 and later', [out('output0', [1, 6, 21])], 'yolo-columns', 'ultralytics', 'letterbox', 2],
    ['YOLOv5', [out('output', [1, 63, 7])], 'yolo-rows', 'ultralytics', 'letterbox', 2],
    ['YOLOX', [out('output', [1, 21, 7])], 'yolo-grid', 'yolox', 'letterbox-corner', 2],
    ['one that leaves nothing to do', [out('output0', [1, 300, 6])], 'rows', 'ultralytics', 'letterbox', 91],
    ['SSD', [out('boxes', [1, 10, 4]), out('scores', [1, 10]), out('labels', [1, 10])], 'boxes', 'ssd', 'stretch', 91],
    ['SSD with all scores', [out('boxes', [1, 10, 4]), out('scores', [1, 10, 4])], 'scored-boxes', 'ssd', 'stretch', 3],
    ['RF-DETR', [out('dets', [1, 10, 4]), out('labels', [1, 10, 4])], 'scored-boxes', 'roboflow', 'stretch', 4],
    [
      'Custom Vision S1',
      [out('detected_boxes', [5, 4]), out('detected_classes', [5]), out('detected_scores', [5])],
      'boxes',
      'custom-vision',
      'stretch',
      91,
    ],
  ])('of %s is known by its outputs', (_what, answers, layout, family, fit, labels) => {
    const reading = readModel(fixedAnswers(answers))
    expect(reading).toMatchObject({ family, settings: { layout, fit } })
    expect(reading.settings?.labels).toHaveLength(labels)
    expect(because(reading)).toMatchObject({ labels: 'usual', fit: 'usual' })
  })

  it('of Custom Vision is known by the files beside it, and named by them', () => {
    const texts = {
      'labels.txt': '\uFEFFschroef\r\nmoer\r\n',
      'cvexport.manifest': '{"DomainType": "ObjectDetection"}',
    }
    const metadata = { 'Image.BitmapPixelFormat': 'Bgr8', 'Image.NominalPixelRange': 'NominalRange_0_255' }
    const reading = readModel(fixedAnswers([out('model_outputs0', [1, 35, 2, 2])], { metadata }), texts)
    expect(reading).toMatchObject({
      family: 'custom-vision',
      settings: { layout: 'yolo-cells', labels: ['schroef', 'moer'], order: 'bgr', divide: 1, unit: 'shares' },
    })
    expect(because(reading)).toMatchObject({
      layout: 'manifest',
      colours: 'metadata',
      numbers: 'metadata',
      labels: 'manifest',
    })
    // Without them it could be anything of four sides.
    expect(readModel(fixedAnswers([out('model_outputs0', [1, 35, 2, 2])])).settings).toBeNull()
  })

  it('of Ultralytics has its labels in itself; what stands behind them is no label', () => {
    const metadata = { names: "{0: 'good', 1: \"baker's\"}", author: 'Ultralytics', task: 'segment' }
    const reading = readModel(fixedAnswers([out('output0', [1, 38, 21])], { metadata }))
    expect(reading.settings?.labels).toEqual(['good', "baker's"])
  })

  it('of Roboflow is fitted as its pictures were', () => {
    const preprocessing = JSON.stringify({ resize: { format: 'Fit (black edges) in', width: 32, height: 32 } })
    const texts = {
      'environment.json': JSON.stringify({ PREPROCESSING: preprocessing, CLASS_MAP: { '1': 'b', '0': 'a' } }),
    }
    const model = fixedAnswers([out('output0', [1, 6, 21])])
    expect(readModel(model, texts)).toMatchObject({
      family: 'roboflow',
      settings: { fit: 'letterbox', labels: ['a', 'b'] },
    })
    const stretched = texts['environment.json'].replace('Fit (black edges) in', 'Stretch to')
    expect(readModel(model, { 'environment.json': stretched })).toMatchObject({ settings: { fit: 'stretch' } })
  })

  it('with texts beside it that are none is read all the same', () => {
    const texts = { 'cvexport.manifest': '{', 'environment.json': '[]', 'labels.txt': '' }
    expect(readModel(fixedAnswers([out('output0', [1, 6, 21])]), texts)).toMatchObject({
      settings: { layout: 'yolo-columns' },
    })
  })
})

describe('a classifier', () => {
  it('is taken as networks of ImageNet are, and its scores as they need it', () => {
    const bare = readModel(colourClassifier())
    expect(bare).toMatchObject({
      family: 'classifier',
      settings: { layout: 'classes', scores: 'softmax', fit: 'crop', divide: 255 },
    })
    expect(bare.settings?.mean[0]).toBeCloseTo(0.485)
    expect(because(bare)).toMatchObject({ layout: 'shapes', scores: 'usual', numbers: 'usual' })
    const done = readModel(colourClassifier({ softmax: true }))
    expect(done.settings?.scores).toBe('as-they-are')
  })

  it('of Custom Vision gives shares already', () => {
    const texts = { 'cvexport.manifest': '{"DomainType":"Classification"}', 'labels.txt': 'a\nb\nc' }
    expect(readModel(colourClassifier(), texts)).toMatchObject({
      family: 'custom-vision',
      settings: { scores: 'as-they-are', fit: 'stretch', labels: ['a', 'b', 'c'] },
    })
  })

  it('that takes channels last, or bytes, is fed so', () => {
    expect(readModel(colourClassifier({ dims: [1, 8, 8, 3] })).settings).not.toBeNull()
    const reading = readModel(fixedAnswers([out('scores', [1, 4])], { dims: [1, 8, 8, 3], type: 'uint8' }))
    expect(reading.settings).toMatchObject({ divide: 1, mean: [0, 0, 0] })
  })
})

describe('a model of which nothing is known', () => {
  it('takes and gives numbers only', () => {
    expect(readModel(fixedAnswers([out('a', [1, 2, 3, 4, 5])])).settings).toBeNull()
    expect(readModel(fixedAnswers([out('a', [1, 5])], { dims: [1, 7, 8, 8] })).settings).toBeNull()
  })
})
