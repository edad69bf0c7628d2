import type { Line, SceneOptions } from '../simulator.ts'
import { defectOf, drawPart } from './part.ts'
import { viewOf } from './view.ts'

/** A biscuit line, seen by a camera straight above the belt; 640 × 480 unless told. Nothing of it is a photo. */
export function biscuitLine({ seed, defectRate, width = 640, height = 480, from = 0 }: SceneOptions): Line {
  const view = viewOf(width, height)
  let index = from
  return {
    next() {
      const defect = defectOf(seed, index, defectRate)
      const { picture, regions } = drawPart(view, seed, index, defect)
      index++
      return { picture, truth: { defect, regions } }
    },
  }
}
