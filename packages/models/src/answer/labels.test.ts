import type { ModelSettings } from '@nabij/base'
import type { Tensor } from '@nabij/vision'
import { array, assert, constantFrom, float, oneof, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filled } from '../testing/small-models.ts'
import { labelsOf } from './labels.ts'
import { MisfitFault } from './misfit.ts'

const size = { width: 32, height: 32 }
const whole = { region: { x: 0, y: 0, w: 1, h: 1 }, at: { x: 0, y: 0, w: 32, h: 32 } }
const base: ModelSettings = {
  layout: 'rows',
  outputs: { main: 'y' },
  fit: 'stretch',
  keep: 1,
  rim: 114,
  order: 'rgb',
  divide: 255,
  mean: [0, 0, 0],
  spread: [1, 1, 1],
  scores: 'as-they-are',
  corners: 'xyxy',
  unit: 'pixels',
  first: 0,
  labels: ['good', 'crack'],
  least: 0.25,
  overlap: 0.45,
}
const tensor = (dims: number[], data: readonly number[]): Tensor => ({
  type: 'float32',
  dims,
  data: Float32Array.from(data),
})
const rows = (...all: number[][]) => ({ y: tensor([1, all.length, 6], all.flat()) })

describe('rows of boxes', () => {
  it('are suppressed for each label by itself, the best first', () => {
    const found = labelsOf(
      rows([0, 0, 16, 16, 0.5, 1], [1, 1, 16, 16, 0.9, 1], [0, 0, 16, 16, 0.6, 0], [16, 16, 32, 32, 0.3, 1]),
      base,
      size,
      whole,
    )
    expect(found.map(({ name, score }) => [name, Math.round(score * 10) / 10])).toEqual([
      ['crack', 0.9],
      ['good', 0.6],
      ['crack', 0.3],
    ])
    expect(found[2]?.box).toEqual({ x: 0.5, y: 0.5, w: 0.5, h: 0.5 })
  })

  it('that are nothing, or no numbers, are left out', () => {
    const odd = [
      [0, 0, 16, 16, 0.1, 1],
      [0, 0, 16, 16, Number.NaN, 1],
      [0, 0, Number.POSITIVE_INFINITY, 16, 0.9, 1],
      [16, 16, 8, 8, 0.9, 1],
      [0, 0, 16, 16, 0.9, -1],
      [40, 40, 50, 50, 0.9, 1],
    ]
    expect(labelsOf(rows(...odd), base, size, whole)).toEqual([])
    expect(labelsOf(rows([-8, -8, 8, 8, 7, 5]), base, size, whole)).toEqual([
      { name: 'label 6', score: 1, box: { x: 0, y: 0, w: 0.25, h: 0.25 } },
    ])
  })

  it('of corners in any order are the same box', () => {
    const of = (corners: ModelSettings['corners'], box: number[]) =>
      labelsOf(rows([...box, 0.9, 1]), { ...base, corners }, size, whole)[0]?.box
    for (const [corners, box] of [
      ['xyxy', [8, 4, 24, 12]],
      ['yxyx', [4, 8, 12, 24]],
      ['cxcywh', [16, 8, 16, 8]],
      ['xywh', [8, 4, 16, 8]],
    ] as const)
      expect(of(corners, [...box])).toEqual({ x: 0.25, y: 0.125, w: 0.5, h: 0.25 })
  })

  it('within a letterbox lie where they are on the picture', () => {
    const placed = { ...whole, at: { x: 0, y: 8, w: 32, h: 16 } }
    expect(labelsOf(rows([0, 8, 16, 16, 0.9, 1]), base, size, placed)[0]?.box).toEqual({ x: 0, y: 0, w: 0.5, h: 0.5 })
  })
})

describe('the other layouts', () => {
  it('YOLOX: the box lies in its cell of its grid, its size as a power', () => {
    // Row 16 is the first of 16 pixels: middle at (0.5 + 0) · 16.
    const y = tensor([1, 21, 7], filled(21, 7, { 16: [0.5, 0.5, 0, 0, 0.9, 0, 1] }))
    const found = labelsOf({ y }, { ...base, layout: 'yolo-grid', corners: 'cxcywh' }, size, whole)
    expect(found).toEqual([{ name: 'crack', score: expect.closeTo(0.9), box: { x: 0, y: 0, w: 0.5, h: 0.5 } }])
    expect(() =>
      labelsOf({ y: tensor([1, 20, 7], filled(20, 7, {})) }, { ...base, layout: 'yolo-grid' }, size, whole),
    ).toThrow(MisfitFault)
  })

  it('Custom Vision: five boxes in each cell', () => {
    // One cell; its second box: middle at 0.5, as wide as exp(0) · 1.87 of a cell, sure with 1 / (1 + e⁻⁴).
    const said = Array<number>(35).fill(0)
    said.splice(7, 7, 0.5, 0.5, Math.log(0.5 / 1.87), Math.log(0.25 / 2.06), 4, -9, 9)
    for (const kind of [0, 2, 3, 4]) said[kind * 7 + 4] = -20
    const settings: ModelSettings = { ...base, layout: 'yolo-cells', corners: 'cxcywh', unit: 'shares' }
    const [found, ...more] = labelsOf({ y: tensor([1, 35, 1, 1], said) }, settings, size, whole)
    expect(more).toEqual([])
    expect(found).toMatchObject({ name: 'crack', score: expect.closeTo(0.982, 3) })
    expect(found?.box).toEqual({
      x: expect.closeTo(0.25),
      y: expect.closeTo(0.375),
      w: expect.closeTo(0.5),
      h: expect.closeTo(0.25),
    })
  })

  it('SSD: boxes, scores and numbers apart, and whole numbers of labels', () => {
    const outputs = {
      b: tensor([1, 2, 4], [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1]),
      s: tensor([1, 2], [0.9, 0.1]),
      c: { type: 'int64', dims: [1, 2], data: BigInt64Array.of(2n, 1n) } satisfies Tensor,
    }
    const settings: ModelSettings = {
      ...base,
      layout: 'boxes',
      outputs: { boxes: 'b', scores: 's', classes: 'c' },
      unit: 'shares',
      first: 1,
    }
    expect(labelsOf(outputs, settings, size, whole)).toEqual([
      { name: 'crack', score: expect.closeTo(0.9), box: { x: 0, y: 0, w: 0.5, h: 0.5 } },
    ])
  })

  it('boxes with all scores: the background is no label', () => {
    const outputs = { b: tensor([1, 2, 4], [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1]), s: tensor([1, 2, 3], [9, 0, 0, 0, 0, 9]) }
    const settings: ModelSettings = {
      ...base,
      layout: 'scored-boxes',
      outputs: { boxes: 'b', scores: 's' },
      unit: 'shares',
      first: 1,
      scores: 'softmax',
    }
    expect(labelsOf(outputs, settings, size, whole)).toMatchObject([{ name: 'crack', box: { x: 0.5, y: 0.5 } }])
  })

  it('classes: all of them, the most certain first', () => {
    const settings: ModelSettings = { ...base, layout: 'classes', least: 0, labels: ['a', 'b', 'c'] }
    const of = (scores: ModelSettings['scores']) =>
      labelsOf({ y: tensor([1, 3], [0, 2, 1]) }, { ...settings, scores }, size, whole)
    expect(of('softmax').map(({ name }) => name)).toEqual(['b', 'c', 'a'])
    expect(of('softmax').reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1)
    expect(of('sigmoid')[2]?.score).toBe(0.5)
    expect(of('as-they-are')[0]?.score).toBe(1)
  })

  it('that a model does not have are named', () => {
    expect(() => labelsOf({}, base, size, whole)).toThrow('no output y')
    expect(() => labelsOf({ y: tensor([1, 2, 5], filled(2, 5, {})) }, base, size, whole)).toThrow('rows of six numbers')
  })
})

it('whatever a model says, what comes out is at most 300 labels within the picture', () => {
  const number = oneof(float(), constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e30, -1))
  assert(
    property(array(tuple(number, number, number, number, number, number), { minLength: 1, maxLength: 400 }), (all) => {
      const found = labelsOf(rows(...all), { ...base, least: 0, overlap: 1 }, size, whole)
      expect(found.length).toBeLessThanOrEqual(300)
      for (const { score, box } of found) {
        expect(score > 0 && score <= 1).toBe(true)
        expect(box && box.x >= 0 && box.y >= 0 && box.x + box.w <= 1.000001 && box.y + box.h <= 1.000001).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
