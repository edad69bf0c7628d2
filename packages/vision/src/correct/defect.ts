import { method } from '../method.ts'
import { rowsAt, standingOut } from './choose-rows.ts'
import { correcting } from './constants.ts'
import type { Base, PartState } from './correct-with.ts'
import type { DefectGroup } from './raised.ts'
import { allowedIn, shares } from './weigh.ts'

/**
 * What makes a part reach the ratio `target`, branch by branch (null: nothing there). Where its places stand out at
 * all, their own distances are raised; where they do not, since it (or its twin) was once taught as good, the part is
 * recognised by itself, no farther than half the way to the nearest good place.
 */
export async function defectOf(
  base: Base,
  part: PartState,
  target: number,
  goodParts: PartState[],
  name: string,
): Promise<(DefectGroup | null)[]> {
  const own = shares(base.branches, part.good)
  const off = allowedIn(base.branches, part.good)
  const clearest = Math.max(...own)
  const used = own.map((share) => share >= correcting.clearShare * clearest)
  const sum = own.reduce((a, b) => a + b, 0) - off
  const raisable = own.reduce((a, share, n) => a + (used[n] ? share : 0), 0)
  const gain = Math.ceil((target - sum) / raisable / correcting.step) * correcting.step
  if (gain <= correcting.mostGain) {
    return base.branches.map(({ width }, n) => {
      const [view, good] = [part.views[n], part.good[n]]
      if (!used[n] || !view || !good) return null
      const places = standingOut(good, correcting.defectShare, method.largest, correcting.defectRows[n] ?? 0)
      return { name: nameOf(n, places), rows: rowsAt(view.rows, places, width), gain, floor: 0, reach: 1 }
    })
  }
  return Promise.all(base.branches.map((_, n) => recognised(n)))

  async function recognised(n: number): Promise<DefectGroup | null> {
    const [branch, view] = [base.branches[n], part.views[n]]
    if (!branch || !view) return null
    const away = view.distances.map(() => Number.POSITIVE_INFINITY)
    for (const [index, other] of goodParts.entries()) {
      const rows = other.views[n]?.rows
      if (!rows) continue
      const [each] = await base.distances.to({ name: `good/${name}/${index}`, rows }, [{ ...view }], branch.width)
      for (const [place, value] of (each ?? []).entries()) away[place] = Math.min(away[place] ?? value, value)
    }
    const places = standingOut(away, 0, method.largest, correcting.defectRows[n] ?? 0)
    const nearest = Math.min(...places.map((place) => away[place] ?? 0), branch.scale)
    const reach = Math.max(correcting.leastReach, correcting.reach * nearest)
    // A place's distance to itself is not quite nothing (method.smallestSquare).
    const floor =
      ((target + off) * branch.scale) /
      base.branches.length /
      Math.max(0.01, 1 - Math.sqrt(method.smallestSquare) / reach)
    return {
      name: nameOf(n, places),
      rows: rowsAt(view.rows, places, branch.width),
      gain: 0,
      floor: nearest < 0.05 ? 0 : floor,
      reach,
    }
  }

  function nameOf(n: number, places: number[]): string {
    return `${name}/${n}/${places.join()}`
  }
}
