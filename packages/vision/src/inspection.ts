import type { Layers, Part, Region, Verdict } from '@nabij/base'

/** The anomaly map: how unlike the reference images each place is, 0 to 1, row by row. */
export interface AnomalyMap {
  width: number
  height: number
  data: Float32Array
}

/** What the recipe says of one picture. The verdict is decided from it elsewhere (decide.ts). */
export interface Judgement {
  /** Anomaly score, 0 to 1. */
  score: number
  map: AnomalyMap
  /** Places above the recipe's map limit, worst first. */
  regions: Region[]
  /** Null when the recipe does not say (format 1). */
  layers: Layers | null
  /** Null when it knows no kinds, or when it is like none of them. */
  kind: Verdict['kind']
  /** The parts that were found, worst first; empty when the picture was judged as a whole, or when none was found. */
  parts: JudgedPart[]
}

/** One part, before anybody decided about it; places are shares of the whole picture. */
export type JudgedPart = Omit<Part, 'verdict' | 'reason' | 'score'> & { score: number }
