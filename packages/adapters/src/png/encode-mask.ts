import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { AnomalyMap } from '@nabij/vision'
import { colour, pngFile } from './file.ts'

const deflated = promisify(deflate)

/** Edges are drawn this fine at most; a map is coarser, and a picture much finer. */
const fine = 256

/**
 * A coloured PNG of the picture's size: white, and `rgb` where the map is highest.
 * @param share of the picture that is coloured, 0 to 1
 */
export async function encodeMask(
  map: AnomalyMap,
  size: { width: number; height: number },
  share: number,
  rgb: readonly [number, number, number],
): Promise<Uint8Array> {
  const columns = Math.min(fine, size.width)
  const lines = Math.min(fine, size.height)
  const limit = limitOf(map.data, share)
  const marked = Array.from({ length: lines }, (_, line) =>
    Array.from(
      { length: columns },
      (_cell, column) => heightAt(map, (column + 0.5) / columns, (line + 0.5) / lines) > limit,
    ),
  )
  return pngFile(size, colour, await deflated(rowsOf(marked, size, rgb), { level: 1 }))
}

/** The height above which that share of the places lies. */
function limitOf(data: Float32Array, share: number): number {
  const sorted = data.toSorted((a, b) => b - a)
  const count = Math.round(share * sorted.length)
  if (count <= 0) return Number.POSITIVE_INFINITY
  if (count >= sorted.length) return Number.NEGATIVE_INFINITY
  return ((sorted[count - 1] ?? 0) + (sorted[count] ?? 0)) / 2
}

/** Between the middles of the places in a straight line. */
function heightAt({ width, height, data }: AnomalyMap, u: number, v: number): number {
  const at = (x: number, y: number) =>
    data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0
  const [x, y] = [u * width - 0.5, v * height - 0.5]
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, down] = [x - left, y - top]
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right
  return upper * (1 - down) + lower * down
}

/** A row that is like the one above is all zeros (filter 2): these deflate to nothing. */
function rowsOf(marked: boolean[][], { width, height }: { width: number; height: number }, rgb: readonly number[]) {
  const rows = Buffer.alloc((3 * width + 1) * height)
  let above: Uint8Array = new Uint8Array(3 * width)
  let before = -1
  for (let y = 0; y < height; y++) {
    const start = y * (3 * width + 1)
    rows[start] = 2
    const line = Math.floor((y * marked.length) / height)
    if (line === before) continue
    before = line
    const row = rowOf(marked[line] ?? [], width, rgb)
    for (let n = 0; n < row.length; n++) rows[start + 1 + n] = (row[n] ?? 0) - (above[n] ?? 0)
    above = row
  }
  return rows
}

function rowOf(marked: boolean[], width: number, rgb: readonly number[]): Uint8Array {
  const row = Buffer.alloc(3 * width, 255)
  for (let x = 0; x < width; x++) if (marked[Math.floor((x * marked.length) / width)]) row.set(rgb, 3 * x)
  return row
}
