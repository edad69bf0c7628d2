import type { Grey } from './luma.ts'

const reach = 4
/** Every fourth row and column says the same as all of them. */
const apart = 4

/**
 * How sharp the edges are, 0 to 1: a sharp picture loses most of what differs between neighbours when it is blurred once
 * more (mean of nine in a row), a blurred one hardly anything. Independent of light and of how much there is to see. The
 * weaker direction counts, so that motion blur shows. 0 where nothing differs.
 * After Crete, Dolmiere, Ladret and Nicolas, "The blur effect" (2007).
 */
export function sharpnessOf({ width, height, data }: Grey): number {
  const [rows, columns] = [new Lost(), new Lost()]
  const [row, column] = [new Float32Array(width), new Float32Array(height)]
  for (let y = apart >> 1; y < height; y += apart) {
    row.set(data.subarray(y * width, (y + 1) * width))
    rows.add(row)
  }
  for (let x = apart >> 1; x < width; x += apart) {
    for (let y = 0; y < height; y++) column[y] = data[y * width + x] ?? 0
    columns.add(column)
  }
  return Math.min(rows.share(), columns.share())
}

/** What differs between neighbours of lines, and how much of it one more blur takes away. */
class Lost {
  private pairs = 0
  private sum = 0
  private lost = 0

  add(line: Float32Array): void {
    const last = line.length - 1
    for (let n = 1; n <= last; n++) {
      const step = (line[Math.min(last, n + reach)] ?? 0) - (line[Math.max(0, n - 1 - reach)] ?? 0)
      const difference = Math.abs((line[n] ?? 0) - (line[n - 1] ?? 0))
      this.sum += difference
      this.lost += Math.max(0, difference - Math.abs(step) / (2 * reach + 1))
    }
    this.pairs += last
  }

  share(): number {
    return this.sum <= 1e-6 * this.pairs ? 0 : this.lost / this.sum
  }
}
