import type { Truth } from '@nabij/base'
import { randomOf } from '../random.ts'
import type { Picture } from '../simulator.ts'
import { paintBelt } from './belt.ts'
import { type Biscuit, nextBiscuit } from './biscuit.ts'
import { develop } from './canvas.ts'
import type { Wrong } from './defects/defect.ts'
import { type DefectKind, defectKinds, defects } from './defects/index.ts'
import { emptyExtent, grow, regionsOf } from './extent.ts'
import { lightAt } from './light.ts'
import { formBiscuit, type Relief } from './relief.ts'
import { castShadow, paintBiscuit } from './shade.ts'
import { paintHair } from './strand.ts'
import { textures } from './textures.ts'
import type { View } from './view.ts'

/** Belt between two parts, units. */
const pitch = 620

/** What is wrong with part number `index`, if anything. Asking for more defects leaves the bad ones bad. */
export function defectOf(seed: number, index: number, defectRate: number): DefectKind | null {
  const random = randomOf(seed, 1, index)
  if (!random.chance(defectRate)) return null
  return defectKinds[random.whole(defectKinds.length)] ?? null
}

/** Draws part number `index`; all but the defect is the same whatever `defect` is. */
export function drawPart(
  view: View,
  seed: number,
  index: number,
  defect: DefectKind | null,
): { picture: Picture; regions: Truth['regions'] } {
  const random = randomOf(seed, 2, index)
  const biscuit = nextBiscuit(random)
  const run = index * pitch + random.between(-200, 200)
  const grainAt = random.whole(1 << 16)
  const wrong: Wrong = defect
    ? defects[defect](randomOf(seed, 5, index), biscuit)
    : { flaw: null, hair: null, second: null }

  const made = textures()
  const light = lightAt(seed, index)
  const extent = emptyExtent()
  const canvas = new Float32Array(view.width * view.height * 3)
  const lay = (relief: Relief, one: Biscuit): void => {
    castShadow(canvas, view, relief, light)
    paintBiscuit(canvas, view, relief, one, light)
  }
  paintBelt(canvas, view, made, run)
  lay(formBiscuit(view, made, biscuit, wrong.flaw, extent), biscuit)
  if (wrong.second) {
    const relief = formBiscuit(view, made, wrong.second, null, emptyExtent())
    lay(relief, wrong.second)
    relief.distance.forEach((d, at) => {
      if (d < 0) grow(extent, relief.left + (at % relief.width), relief.top + Math.floor(at / relief.width))
    })
  }
  if (wrong.hair) paintHair(canvas, view, wrong.hair, light, extent)

  const data = develop(canvas, view, light, made.grain, grainAt)
  return { picture: { width: view.width, height: view.height, data }, regions: regionsOf(extent, view) }
}
