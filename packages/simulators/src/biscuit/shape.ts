/** A biscuit's outline: a rectangle with round corners and teeth all around. Pixels. */
export interface Outline {
  halfWidth: number
  halfHeight: number
  corner: number
  /** Height of a tooth. */
  tooth: number
}

/** Teeth on a quarter of the outline: a whole number, so that they meet at the axes. */
const teethPerQuarter = 12
/** This far inside, the teeth no longer show. */
const toothReach = 15

/** Signed distance to the outline at (u, v) from the middle: below 0 is biscuit. */
export function distanceTo(outline: Outline, u: number, v: number): number {
  const { halfWidth, halfHeight, corner, tooth } = outline
  const straightX = halfWidth - corner
  const straightY = halfHeight - corner
  const x = Math.abs(u)
  const y = Math.abs(v)
  const beyondX = x - straightX
  const beyondY = y - straightY
  const outX = beyondX > 0 ? beyondX : 0
  const outY = beyondY > 0 ? beyondY : 0
  const inner = beyondX > beyondY ? beyondX : beyondY
  const plain = Math.sqrt(outX * outX + outY * outY) + (inner < 0 ? inner : 0) - corner
  if (plain < -toothReach || plain > 30) return plain

  const arc = (Math.PI / 2) * corner
  const along =
    beyondX > 0 && beyondY > 0
      ? straightY + Math.atan2(beyondY, beyondX) * corner
      : beyondX > beyondY
        ? y
        : straightY + arc + (straightX - x)
  const turn = Math.sin((Math.PI * along * teethPerQuarter) / (straightY + arc + straightX))
  const bump = Math.sqrt(turn * turn + 0.03) - 0.62
  const fade = plain > 0 ? 1 : 1 + plain / toothReach
  return plain - tooth * bump * fade
}

/** Distance from (u, v) to the nearest place where the dough was pricked: two rows of eight, two at each side. */
export function distanceToPrick(u: number, v: number): number {
  const x = Math.abs(u)
  const y = Math.abs(v)
  const inRow = x < 108 ? x - (Math.floor(x / 36) + 0.5) * 36 : x - 126
  const row = inRow * inRow + (y - 74) * (y - 74)
  const side = (x - 128) * (x - 128) + (y - 26) * (y - 26)
  return Math.sqrt(row < side ? row : side)
}
