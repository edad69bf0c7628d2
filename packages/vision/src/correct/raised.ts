/** What one correction "this was bad" adds to one branch; every row counts alike. */
export interface DefectGroup {
  name: string
  rows: Float32Array
  gain: number
  floor: number
  reach: number
}

/** Of each group of a branch, the distance of each place to its nearest row. */
export type GroupDistances = Float32Array[]

/** The same as the nodes of graph/corrected-graph.ts. */
export function raised(good: Float32Array, groups: DefectGroup[], near: GroupDistances): Float32Array {
  if (groups.length === 0) return good
  return good.map((own, place) => {
    let [gain, floor] = [0, 0]
    for (const [n, group] of groups.entries()) {
      const away = near[n]?.[place] ?? Number.POSITIVE_INFINITY
      gain = Math.max(gain, group.gain * Math.max(0, 1 - away / own))
      if (group.floor > 0) floor = Math.max(floor, group.floor * Math.max(0, 1 - away / group.reach))
    }
    return Math.max(own * (1 + gain), floor)
  })
}
