import { noiseTile, spotTile, tileMask, tileSide } from '../noise.ts'
import { randomOf } from '../random.ts'
import { sensorGrain } from './canvas.ts'
import { type Print, pressedWord } from './print.ts'

/** Everything that is drawn once and read by every picture; each tile repeats without a seam. */
export interface Textures {
  print: Print
  /** Surface of the dough, four numbers a place: see `Dough`. */
  dough: Float32Array
  /** Light that the belt gives back, as a factor around 1. */
  belt: Float32Array
  /** Flour on the belt, 0 to 1. */
  flour: Float32Array
  grain: Float32Array
}

let made: Textures | undefined

/** They are the same for every seed, so they are made once. */
export function textures(): Textures {
  made ??= {
    print: pressedWord(),
    dough: doughTile(),
    belt: beltTile(),
    flour: spotTile(16, 260, 0.6, 1.5),
    grain: sensorGrain(randomOf(17)),
  }
  return made
}

/** Rubber with a fine relief of diamonds, worn along the way it runs. */
function beltTile(): Float32Array {
  const wear = noiseTile(15, [
    [64, 1],
    [16, 0.6],
    [4, 0.5],
    [2, 0.5],
  ])
  const tile = new Float32Array(tileSide * tileSide)
  const turn = (2 * Math.PI) / 8
  for (let y = 0, at = 0; y < tileSide; y++) {
    for (let x = 0; x < tileSide; x++, at++) {
      // The slope of the diamonds towards the lamps at the top left.
      const relief = Math.sin(turn * x + 0.8) * Math.cos(turn * y) + Math.cos(turn * x) * Math.sin(turn * y + 0.8)
      const worn = wear[y * tileSide + ((x >> 2) & (tileSide - 1))] ?? 0
      tile[at] = 1 + 0.2 * relief + 0.07 * worn + 0.06 * (wear[at] ?? 0)
    }
  }
  return tile
}

/** Four layers that are always read together, so they lie together. */
function doughTile(): Float32Array {
  const swell = noiseTile(11, [
    [128, 1],
    [64, 0.7],
    [32, 0.35],
  ])
  const crumb = noiseTile(12, [
    [8, 1],
    [4, 0.9],
    [2, 0.5],
  ])
  const brown = noiseTile(13, [
    [64, 1],
    [32, 0.8],
    [16, 0.5],
    [8, 0.35],
  ])
  const bubbles = spotTile(14, 1500, 0.9, 2.6)
  return Float32Array.from({ length: 4 * tileSide * tileSide }, (_, at) => {
    const layer = [swell, crumb, brown, bubbles][at & 3]
    return layer?.[at >> 2] ?? 0
  })
}

/** The dough at one place. */
export interface Dough {
  /** How it rose. */
  swell: number
  /** Its surface, fine. */
  crumb: number
  /** Where it browned more, and less. */
  brown: number
  /** Small bubbles and freckles, 0 to 1. */
  bubble: number
}

/** Reads the dough at (x, y) into `dough`, between its places by proportion; it repeats for ever. */
export function readDough(tile: Float32Array, x: number, y: number, dough: Dough): void {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const tx = x - left
  const ty = y - top
  const x0 = left & tileMask
  const x1 = (left + 1) & tileMask
  const y0 = (top & tileMask) * tileSide
  const y1 = ((top + 1) & tileMask) * tileSide
  const a = (y0 + x0) * 4
  const b = (y0 + x1) * 4
  const c = (y1 + x0) * 4
  const d = (y1 + x1) * 4
  const wa = (1 - tx) * (1 - ty)
  const wb = tx * (1 - ty)
  const wc = (1 - tx) * ty
  const wd = tx * ty
  const mixed = (layer: number): number =>
    wa * (tile[a + layer] as number) +
    wb * (tile[b + layer] as number) +
    wc * (tile[c + layer] as number) +
    wd * (tile[d + layer] as number)
  dough.swell = mixed(0)
  dough.crumb = mixed(1)
  dough.brown = mixed(2)
  dough.bubble = mixed(3)
}
