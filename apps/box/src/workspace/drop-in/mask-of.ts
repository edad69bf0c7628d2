import { encodeMask, readMap } from '@nabij/adapters/png'
import { NabijError, type Verdict } from '@nabij/base'
import type { Stations } from '@nabij/stations'

/** The colour that the dialect names for what is not good. */
const rgb = [0x23, 0xa4, 0x36] as const
/** The service took pictures of 4096 pixels a side. */
const mostPixels = 4096 * 4096
const flat = { width: 1, height: 1, data: new Float32Array(1) }
const mostSizes = 8
const whites = new Map<string, Promise<Uint8Array>>()

/** A PNG of the picture's size: white, and coloured where its regions are; null where nothing is known of places. */
export async function maskOf(
  verdict: Pick<Verdict, 'id' | 'verdict' | 'width' | 'height' | 'regions'>,
  stations: Pick<Stations, 'evidence'>,
): Promise<Uint8Array | null> {
  const { id, width, height, regions } = verdict
  if (width === null || height === null || width * height > mostPixels) return null
  if (verdict.verdict === 'pass') return white({ width, height })
  try {
    const map = readMap(await stations.evidence(id, 'map'))
    const share = regions.reduce((sum, { area }) => sum + area, 0)
    return await encodeMask(map, { width, height }, share, rgb)
  } catch (error) {
    // The verdict stands without a map: it was thinned out, or there never was one.
    if (error instanceof NabijError) return null
    throw error
  }
}

/** Pictures of one camera are all as large: its white mask is made once. */
function white(size: { width: number; height: number }): Promise<Uint8Array> {
  const name = `${size.width}×${size.height}`
  const made = whites.get(name) ?? encodeMask(flat, size, 0, rgb)
  const [oldest] = whites.keys()
  if (oldest !== undefined && whites.size >= mostSizes && !whites.has(name)) whites.delete(oldest)
  whites.set(name, made)
  return made
}
