/** The word that is pressed into every biscuit, as signed distances in pixels: below 0 is inside a letter. */
export interface Print {
  width: number
  height: number
  distance: Float32Array
}

type Stroke =
  | { from: [number, number]; to: [number, number] }
  /** Part of a circle, from angle to angle, clockwise on screen. */
  | { middle: [number, number]; radius: number; start: number; sweep: number }

const thick = 6.2
/** Small letters are 52 pixels high here; the middle of the word is at (0, 0). */
const round = 22
const word = makeWord()

/** "nabij", drawn with a round pen. */
export function pressedWord(): Print {
  const halfWidth = 124
  const halfHeight = 58
  const print: Print = {
    width: 2 * halfWidth,
    height: 2 * halfHeight,
    distance: new Float32Array(4 * halfWidth * halfHeight),
  }
  for (let y = 0, at = 0; y < print.height; y++) {
    for (let x = 0; x < print.width; x++, at++) {
      let nearest = 1000
      for (const stroke of word) nearest = Math.min(nearest, distanceToStroke(stroke, x - halfWidth, y - halfHeight))
      print.distance[at] = nearest - thick
    }
  }
  return print
}

/** Signed distance to the word at (u, v) from its middle, between pixels by proportion. */
export function distanceToPrint(print: Print, u: number, v: number): number {
  const x = u + print.width / 2
  const y = v + print.height / 2
  const left = Math.floor(x)
  const top = Math.floor(y)
  if (left < 0 || top < 0 || left >= print.width - 1 || top >= print.height - 1) return 100
  const tx = x - left
  const ty = y - top
  const at = top * print.width + left
  const d = print.distance
  const upper = (d[at] as number) * (1 - tx) + (d[at + 1] as number) * tx
  const lower = (d[at + print.width] as number) * (1 - tx) + (d[at + print.width + 1] as number) * tx
  return upper * (1 - ty) + lower * ty
}

function makeWord(): Stroke[] {
  const base = 26
  const top = base - 2 * round
  const tall = top - 26
  const circle = (x: number): Stroke => ({
    middle: [x, base - round],
    radius: round,
    start: 0,
    sweep: 2 * Math.PI,
  })
  const stem = (x: number, from: number, to: number): Stroke => ({ from: [x, from], to: [x, to] })
  return [
    stem(-108, top, base),
    { middle: [-108 + 19, top + 19], radius: 19, start: Math.PI, sweep: Math.PI },
    stem(-108 + 38, top + 19, base),
    circle(-25),
    stem(-25 + round, top, base),
    stem(21, tall, base),
    circle(21 + round),
    stem(87, top, base),
    stem(87, tall + 6, tall + 6),
    stem(109, top, base + 8),
    { middle: [109 - 12, base + 8], radius: 12, start: 0, sweep: Math.PI * 0.62 },
    stem(109, tall + 6, tall + 6),
  ]
}

function distanceToStroke(stroke: Stroke, x: number, y: number): number {
  if ('from' in stroke) return distanceToSegment(stroke.from, stroke.to, x, y)
  const [mx, my] = stroke.middle
  const turned = (Math.atan2(y - my, x - mx) - stroke.start + 4 * Math.PI) % (2 * Math.PI)
  if (turned <= stroke.sweep) return Math.abs(Math.hypot(x - mx, y - my) - stroke.radius)
  return Math.min(
    ...[stroke.start, stroke.start + stroke.sweep].map((angle) =>
      Math.hypot(x - mx - Math.cos(angle) * stroke.radius, y - my - Math.sin(angle) * stroke.radius),
    ),
  )
}

/** Distance from (x, y) to a straight piece between two points. */
export function distanceToSegment(from: [number, number], to: [number, number], x: number, y: number): number {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / length))
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy)
}
