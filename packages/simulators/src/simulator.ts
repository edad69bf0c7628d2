import type { Truth } from '@nabij/base'

/** RGB, 8 bit, row by row; `data.length` is width · height · 3. */
export interface Picture {
  width: number
  height: number
  data: Uint8Array
}

/** One of the things in a picture, where a scene shows several. */
export interface SimulatedThing {
  /** Around all of it, in shares of the picture. */
  box: Truth['regions'][number]
  /** How far it lies turned, degrees clockwise, 0 to 360. */
  angle: number
  defect: string | null
}

/** One part as the camera sees it, and what is true about it. */
export interface SimulatedPart {
  picture: Picture
  truth: Truth
  /** In a scene that shows several: each of them. */
  things?: SimulatedThing[]
}

export interface SceneOptions {
  /** The same seed gives the same pictures, byte for byte. */
  seed: number
  /** Share of pictures with a defect, 0 to 1. */
  defectRate: number
  /** Pixels; each scene has a size of its own when they are left out. */
  width?: number
  height?: number
  /** Number of the first part, 0 when left out: a line goes on where another with the same seed ended. */
  from?: number
}

/** A line on which parts pass one by one. */
export interface Line {
  next(): SimulatedPart
}

/** A scene that can be simulated: the registry holds one for each. */
export interface Simulator {
  /** Kinds of defect that it can make: what `truth.defect` may say. */
  readonly defects: readonly string[]
  open(options: SceneOptions): Line
}
