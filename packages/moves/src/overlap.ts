import type { Answer } from '@nabij/base'

export type Labelled = Answer['labels'][number]
type Box = NonNullable<Labelled['box']>

/** Shared area over joint area: 1 for the same box, 0 for two that do not touch. A box without area overlaps with itself only. */
export function overlap(a: Box, b: Box): number {
  // Also where a box is so small that a computer finds no area in it.
  if (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h) return 1
  const width = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  if (!(width > 0) || !(height > 0)) return 0
  const shared = width * height
  return shared / (a.w * a.h + b.w * b.h - shared)
}

/** Two boxes that share half of what they cover together are of the same thing. */
const same = 0.5

export interface Matched {
  pairs: { cloud: Labelled; box: Labelled }[]
  onlyCloud: Labelled[]
  onlyBox: Labelled[]
}

/** Labels of the same name are matched, the best overlap first; where neither has a box, one with one. */
export function matchLabels(cloud: readonly Labelled[], box: readonly Labelled[]): Matched {
  const possible = cloud
    .flatMap((ours, i) => box.map((theirs, j) => ({ i, j, fit: fitOf(ours, theirs) })))
    .filter(({ fit }) => fit >= same)
    .sort((a, b) => b.fit - a.fit || a.i - b.i || a.j - b.j)
  const [takenCloud, takenBox] = [new Set<number>(), new Set<number>()]
  const pairs: Matched['pairs'] = []
  for (const { i, j } of possible) {
    const [ours, theirs] = [cloud[i], box[j]]
    if (!ours || !theirs || takenCloud.has(i) || takenBox.has(j)) continue
    takenCloud.add(i)
    takenBox.add(j)
    pairs.push({ cloud: ours, box: theirs })
  }
  return {
    pairs,
    onlyCloud: cloud.filter((_, at) => !takenCloud.has(at)),
    onlyBox: box.filter((_, at) => !takenBox.has(at)),
  }
}

function fitOf(a: Labelled, b: Labelled): number {
  if (a.name !== b.name) return 0
  if (a.box && b.box) return overlap(a.box, b.box)
  // A label with a box and one without are of different kinds: nobody can say that they are the same thing.
  return a.box === b.box ? 1 : 0
}
