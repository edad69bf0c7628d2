import sharp from 'sharp'

/**
 * Where a mask says that something is: 1 or 0 for each of side × side places, row by row. A mask that is
 * transparent somewhere says it by being opaque, another one by being bright.
 */
export async function readMask(mask: Uint8Array, side: number): Promise<Uint8Array> {
  const picture = sharp(mask).resize(side, side, { fit: 'fill' })
  const { isOpaque } = await sharp(mask).stats()
  const channel = isOpaque ? picture.greyscale().extractChannel(0) : picture.ensureAlpha().extractChannel('alpha')
  return (await channel.raw().toBuffer()).map((value) => (value > 127 ? 1 : 0))
}
