import { type Biscuit, nextBiscuit } from '../biscuit/biscuit.ts'
import { develop } from '../biscuit/canvas.ts'
import { type DefectKind, defects } from '../biscuit/defects/index.ts'
import { emptyExtent, grow, regionsOf } from '../biscuit/extent.ts'
import { lightAt } from '../biscuit/light.ts'
import { formBiscuit } from '../biscuit/relief.ts'
import { castShadow, paintBiscuit } from '../biscuit/shade.ts'
import { textures } from '../biscuit/textures.ts'
import type { View } from '../biscuit/view.ts'
import { type Random, randomOf } from '../random.ts'
import type { Line, SceneOptions, SimulatedPart, SimulatedThing } from '../simulator.ts'
import { paintTable } from './table.ts'

/** What can be wrong with a biscuit that lies loose: all that is in the biscuit itself. */
export const looseDefects = [
  'crack',
  'missing piece',
  'burnt',
  'dent',
  'missing print',
] as const satisfies readonly DefectKind[]

/** Units: the table in sight at the usual distance, and the cells of which each holds one biscuit at most. */
const table = { width: 1600, height: 1200 }
const cells = { across: 3, down: 2 }

/**
 * One to six biscuits on a table, each shifted, turned any way and nearer or farther, under uneven light; 960 × 720
 * unless told. In a bad picture exactly one of them is bad. They never touch, and all are wholly in sight.
 */
export function looseLine({ seed, defectRate, width = 960, height = 720, from = 0 }: SceneOptions): Line {
  let index = from
  return { next: () => drawn({ seed, defectRate, width, height }, index++) }
}

function drawn({ seed, defectRate, width, height }: Required<Omit<SceneOptions, 'from'>>, index: number) {
  const random = randomOf(seed, 12, index)
  const light = { ...lightAt(seed, index), slope: random.between(-0.35, 0.35) }
  const grainAt = random.whole(1 << 16)
  const distance = random.between(0.92, 1.04)
  const view = { width, height, scale: Math.min(width / table.width, height / table.height) * distance }
  const places = placed(random)
  // Streams of their own: asking for more defects changes nothing but the defect.
  const bad = randomOf(seed, 11, index)
  const isBad = bad.chance(defectRate)
  const badKind = looseDefects[bad.whole(looseDefects.length)] ?? 'crack'
  const badPlace = bad.whole(places.length)

  const made = textures()
  const canvas = new Float32Array(width * height * 3)
  paintTable(canvas, view, made, { x: random.whole(512), y: random.whole(512) }, random.between(0, 2 * Math.PI))
  const regions: SimulatedPart['truth']['regions'] = []
  const things: SimulatedThing[] = places.map((place, n) => {
    const zoom = random.between(0.9, 1.1)
    const own: View = { ...view, scale: view.scale * zoom }
    const biscuit: Biscuit = {
      ...nextBiscuit(random),
      x: place.x / zoom,
      y: place.y / zoom,
      angle: random.between(-Math.PI, Math.PI),
    }
    const defect = isBad && n === badPlace ? badKind : null
    const flaw = defect ? defects[defect](randomOf(seed, 13, index), biscuit).flaw : null
    const seen = emptyExtent()
    const relief = formBiscuit(own, made, biscuit, flaw, seen)
    castShadow(canvas, own, relief, light)
    paintBiscuit(canvas, own, relief, biscuit, light)
    const all = emptyExtent()
    relief.distance.forEach((d, at) => {
      if (d < 0) grow(all, relief.left + (at % relief.width), relief.top + Math.floor(at / relief.width))
    })
    const box = regionsOf(all, own)[0] ?? { x: 0, y: 0, w: 0, h: 0 }
    // In a tiny picture a flaw may be smaller than a pixel: then it is somewhere on the biscuit.
    const flawed = regionsOf(seen, own)
    if (defect) regions.push(...(flawed.length > 0 ? flawed : [box]))
    return {
      box,
      angle: ((biscuit.angle * 180) / Math.PI + 360) % 360,
      defect,
    }
  })
  const data = develop(canvas, view, light, made.grain, grainAt)
  return { picture: { width, height, data }, truth: { defect: isBad ? badKind : null, regions }, things }
}

/** Some of the cells, and where in each; units from the middle. */
function placed(random: Random): { x: number; y: number }[] {
  const all = Array.from({ length: cells.across * cells.down }, (_, n) => n)
  const count = 1 + random.whole(all.length)
  return Array.from({ length: count }, () => {
    const [cell = 0] = all.splice(random.whole(all.length), 1)
    const [column, row] = [cell % cells.across, Math.floor(cell / cells.across)]
    return {
      x: ((column + 0.5) / cells.across - 0.5) * table.width * 0.92 + random.between(-20, 20),
      y: ((row + 0.5) / cells.down - 0.5) * table.height * 0.92 + random.between(-45, 45),
    }
  })
}
