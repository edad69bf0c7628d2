import type { Biscuit } from './biscuit.ts'
import type { Change, Flaw } from './defects/defect.ts'
import { type Extent, grow } from './extent.ts'
import { distanceToPrint } from './print.ts'
import { distanceTo, distanceToPrick } from './shape.ts'
import { type Dough, readDough, type Textures } from './textures.ts'
import type { View } from './view.ts'

/** A biscuit as shapes, before any light falls on it: one number a pixel for each, within a part of the picture. */
export interface Relief {
  left: number
  top: number
  width: number
  height: number
  /** Signed distance to the outline, cuts included, units: below 0 is biscuit. */
  distance: Float32Array
  /** Height of its surface, units. */
  surface: Float32Array
  /** Share of baking. */
  bake: Float32Array
  /** How deep a place lies in a hole or a letter, 0 to 1: less light gets there. */
  hidden: Float32Array
}

/** Room around a biscuit for its shadow, units. */
const around = 26
const rounding = 9
const frameInset = 24
const prickRadius = 3.7

/** Forms one biscuit. What its flaw changes within the picture is added to `extent`. */
export function formBiscuit(view: View, made: Textures, biscuit: Biscuit, flaw: Flaw | null, extent: Extent): Relief {
  const relief = emptyRelief(view, biscuit)
  const cos = Math.cos(biscuit.angle)
  const sin = Math.sin(biscuit.angle)
  const place = placeFormer(made, biscuit, relief)
  const change: Change = { cut: -1000, press: 0, brown: 0, open: 0, print: 1 }
  for (let row = 0, at = 0; row < relief.height; row++) {
    const y = (relief.top + row + 0.5 - view.height / 2) / view.scale - biscuit.y
    for (let column = 0; column < relief.width; column++, at++) {
      const x = (relief.left + column + 0.5 - view.width / 2) / view.scale - biscuit.x
      const u = cos * x + sin * y
      const v = cos * y - sin * x
      const d = distanceTo(biscuit.outline, u, v)
      relief.distance[at] = d
      if (d > 1.5) continue
      change.cut = -1000
      change.press = change.brown = change.open = 0
      change.print = 1
      const near = flaw !== null && within(flaw, u, v)
      if (near) flaw.at(u, v, d, change)
      const groove = place(at, u, v, d, change)
      if (near && d < 0 && shows(change, groove)) grow(extent, relief.left + column, relief.top + row)
    }
  }
  return relief
}

function within({ bounds }: Flaw, u: number, v: number): boolean {
  return u > bounds.left && u < bounds.right && v > bounds.top && v < bounds.bottom
}

function shows(change: Change, groove: number): boolean {
  return change.cut > 0 || change.brown > 0.1 || Math.abs(change.press) > 1 || (change.print < 0.5 && groove > 0.3)
}

/** Fills one place of the relief; returns how deep the print would be there, 0 to 1. */
function placeFormer(
  made: Textures,
  biscuit: Biscuit,
  relief: Relief,
): (at: number, u: number, v: number, d: number, change: Change) => number {
  const { outline, print, hotSide } = biscuit
  const dough: Dough = { swell: 0, crumb: 0, brown: 0, bubble: 0 }
  const printCos = Math.cos(print.angle)
  const printSin = Math.sin(print.angle)
  const stretchU = outline.halfWidth / 166
  const stretchV = outline.halfHeight / 119

  return (at, u, v, d, change) => {
    readDough(made.dough, u + biscuit.dough.x, v + biscuit.dough.y, dough)
    const { swell, crumb, brown, bubble } = dough

    const pu = u - print.u
    const pv = v - print.v
    const letter = distanceToPrint(made.print, printCos * pu + printSin * pv, printCos * pv - printSin * pu)
    const groove = step(1.9 - letter, 3.8)
    const frame = 1 - Math.min(1, Math.abs(d + frameInset) / 2.4)
    const pricked = step(prickRadius + 1.1 - distanceToPrick(u / stretchU, v / stretchV), 2.2)

    const inwards = d < 0 ? Math.min(1, -d / rounding) : 0
    const dome = 1 - (1 - inwards) * (1 - inwards)
    const printed = groove * change.print
    let surface = biscuit.thickness * dome + 0.75 * swell + 0.2 * crumb + 0.45 * bubble
    surface -= print.depth * printed + 1.1 * frame * frame * (3 - 2 * frame) + 5.5 * pricked
    surface += change.press - 5 * change.open + 1.4 * change.open * crumb
    if (change.cut > -2.5) surface *= Math.max(0, -change.cut / 2.5)

    const edge = d > 0 ? 1 : d < -100 ? 0 : Math.exp(d / 17)
    const hot = hotSide.u * (u / outline.halfWidth) + hotSide.v * (v / outline.halfHeight)
    let bake = biscuit.bake + biscuit.rim * edge * (1 + 0.12 * brown) + 0.028 * brown + hot
    bake += 0.07 * bubble + 0.012 * swell + 0.008 * crumb - 0.075 * printed - 0.04 * frame + 0.1 * pricked
    bake += change.brown * (1 + 0.1 * brown)
    bake += change.open * (0.14 + 0.03 * crumb - bake)

    relief.surface[at] = surface
    relief.bake[at] = bake
    relief.hidden[at] = Math.min(1, 0.85 * pricked + 0.2 * printed + 0.16 * frame)
    if (change.cut > d) relief.distance[at] = change.cut
    return groove
  }
}

/** 0 below nothing, 1 from `reach` on, smooth between. */
function step(value: number, reach: number): number {
  const t = value <= 0 ? 0 : value >= reach ? 1 : value / reach
  return t * t * (3 - 2 * t)
}

function emptyRelief(view: View, { x, y, angle, outline }: Biscuit): Relief {
  const cos = Math.abs(Math.cos(angle))
  const sin = Math.abs(Math.sin(angle))
  const reachX = cos * outline.halfWidth + sin * outline.halfHeight + around
  const reachY = sin * outline.halfWidth + cos * outline.halfHeight + around
  const left = Math.max(0, Math.floor(view.width / 2 + (x - reachX) * view.scale))
  const top = Math.max(0, Math.floor(view.height / 2 + (y - reachY) * view.scale))
  const width = Math.min(view.width, Math.ceil(view.width / 2 + (x + reachX) * view.scale)) - left
  const height = Math.min(view.height, Math.ceil(view.height / 2 + (y + reachY) * view.scale)) - top
  const plane = () => new Float32Array(width * height)
  return { left, top, width, height, distance: plane(), surface: plane(), bake: plane(), hidden: plane() }
}
