import { crc32, deflateSync } from 'node:zlib'
import type { NabijError } from '@nabij/base'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { examinePicture } from './examine-picture.ts'
import { sharpDecoder } from './sharp-decoder.ts'

const { decode } = sharpDecoder()

/** 60 × 40: red on the left, blue on the right, noise in both so that files have some length. */
function twoHalves(): Sharp {
  const data = Uint8Array.from({ length: 60 * 40 * 3 }, (_, n) => {
    const left = Math.floor(n / 3) % 60 < 30
    return (n % 3 === (left ? 0 : 2) ? 220 : 10) + ((n * 7919) % 13)
  })
  return sharp(data, { raw: { width: 60, height: 40, channels: 3 } })
}

async function colourAt(picture: Uint8Array, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { pixels } = await decode(picture, 32)
  const [red = 0, green = 0, blue = 0] = pixels.data.subarray((y * 32 + x) * 3)
  if (green > 120) return 'other'
  return red > blue + 60 ? 'red' : blue > red + 60 ? 'blue' : 'other'
}

function code(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'decoded',
    (error: NabijError) => error.code ?? String(error),
  )
}

describe('pictures of every kind become RGB of the size that is asked', () => {
  const kinds: Record<string, () => Promise<Uint8Array>> = {
    jpeg: () => twoHalves().jpeg().toBuffer(),
    'progressive jpeg': () => twoHalves().jpeg({ progressive: true }).toBuffer(),
    'CMYK jpeg': () => twoHalves().toColourspace('cmyk').jpeg().toBuffer(),
    png: () => twoHalves().png().toBuffer(),
    'palette png': () => twoHalves().png({ palette: true }).toBuffer(),
    '16-bit png': () => twoHalves().toColourspace('rgb16').png().toBuffer(),
    'png with alpha': () => twoHalves().ensureAlpha(1).png().toBuffer(),
    webp: () => twoHalves().webp({ lossless: true }).toBuffer(),
    gif: () => twoHalves().gif().toBuffer(),
    tiff: () => twoHalves().tiff().toBuffer(),
    '16-bit tiff': () => twoHalves().toColourspace('rgb16').tiff().toBuffer(),
    avif: () => twoHalves().avif({ quality: 80 }).toBuffer(),
  }

  for (const [kind, make] of Object.entries(kinds)) {
    it(`from a ${kind}`, async () => {
      const picture = await make()
      const { pixels, width, height } = await decode(picture, 32)
      expect([width, height, pixels.width, pixels.height, pixels.data.length]).toEqual([60, 40, 32, 32, 32 * 32 * 3])
      expect([await colourAt(picture, 4, 16), await colourAt(picture, 28, 16)]).toEqual(['red', 'blue'])
    })
  }

  it('grey becomes three equal channels', async () => {
    for (const depth of ['b-w', 'grey16'] as const) {
      const { pixels } = await decode(await twoHalves().toColourspace(depth).png().toBuffer(), 16)
      expect(pixels.data.length).toBe(16 * 16 * 3)
      for (let n = 0; n < pixels.data.length; n += 3) expect(pixels.data[n]).toBe(pixels.data[n + 2])
    }
  })

  it('transparent becomes white', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { pixels } = await decode(clear, 8)
    expect([...new Set(pixels.data)]).toEqual([255])
  })

  it('turns by EXIF: width and height are those of the turned picture', async () => {
    const turned = await twoHalves().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await decode(turned, 32)).toMatchObject({ width: 40, height: 60 })
    expect([await colourAt(turned, 16, 4), await colourAt(turned, 16, 28)]).toEqual(['red', 'blue'])
    expect(await examinePicture(turned)).toMatchObject({ format: 'jpeg', width: 40, height: 60, look: { clipped: 0 } })
  })

  it('decodes only a region, of the turned picture; width and height stay those of all of it', async () => {
    const turned = await twoHalves().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const region = { x: 0, y: 0.5, w: 1, h: 0.5 }
    const lower = await decode(turned, 32, 'fill', region)
    const upper = await decode(turned, 32, 'inside', { ...region, y: 0 })
    expect([lower.width, lower.height, upper.width, upper.height]).toEqual([40, 60, 40, 60])
    expect([lower.pixels.width, lower.pixels.height]).toEqual([32, 32])
    expect([upper.pixels.width, upper.pixels.height]).toEqual([32, 24])
    // Turned by a quarter the red half lies above.
    expect(lower.pixels.data[(16 * 32 + 16) * 3 + 2]).toBeGreaterThan(150)
    expect(upper.pixels.data[(12 * 32 + 16) * 3]).toBeGreaterThan(150)
    const beyond = await decode(turned, 32, 'inside', { x: 0.99, y: -2, w: 5, h: 9 })
    expect([beyond.pixels.width, beyond.pixels.height]).toEqual([1, 32])
  })

  it('takes the first frame of an animation', async () => {
    const frames = Uint8Array.from(
      { length: 60 * 120 * 3 },
      (_, n) => (n < 60 * 40 * 3 ? [220, 0, 0] : [0, 0, 220])[n % 3] ?? 0,
    )
    const animated = sharp(frames, { raw: { width: 60, height: 120, channels: 3, pageHeight: 40 } })
    for (const picture of [await animated.clone().gif().toBuffer(), await animated.clone().webp().toBuffer()]) {
      expect(await decode(picture, 16)).toMatchObject({ width: 60, height: 40 })
      expect(await colourAt(picture, 16, 28)).toBe('red')
    }
  })

  it('averages when it shrinks: a fine pattern becomes its mean', async () => {
    const data = Uint8Array.from({ length: 512 * 512 * 3 }, (_, n) => (Math.floor(n / 3) % 2) * 255)
    const stripes = await sharp(data, { raw: { width: 512, height: 512, channels: 3 } })
      .png()
      .toBuffer()
    const { pixels } = await decode(stripes, 64)
    const middle = pixels.data.subarray(32 * 64 * 3 + 30, 32 * 64 * 3 + 150)
    expect(Math.min(...middle)).toBeGreaterThan(115)
    expect(Math.max(...middle)).toBeLessThan(140)
  })
})

describe('what is refused, each with its own code', () => {
  it('no bytes', async () => expect(await code(decode(new Uint8Array(), 32))).toBe('NABIJ_PICTURE_EMPTY'))

  it.each([
    ['words', 'this is a text file', /\d+ bytes/],
    [
      'a vector drawing',
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><image href="/etc/hostname"/></svg>',
      /SVG/,
    ],
    ['a declared vector drawing', '<?xml version="1.0"?><!DOCTYPE svg><svg/>', /SVG/],
    ['a document', '%PDF-1.7 stream', /PDF/],
    ['an iPhone photo', '\0\0\0\x24ftypheic\0\0\0\0mif1heic', /HEIC/],
    ['a page', '<!doctype html><p>login first', /HTML/],
    ['one byte', '\xff', /1 bytes/],
  ])('%s', async (_what, text, found) => {
    const refused = decode(Buffer.from(text, 'latin1'), 32)
    await expect(refused).rejects.toMatchObject({
      code: 'NABIJ_PICTURE_UNKNOWN_TYPE',
      params: { found: expect.stringMatching(found) },
    })
  })

  it('a drawing that pretends to be a PNG does not reach another loader', async () => {
    const disguised = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from('<svg width="99" height="99"/>'),
    ])
    expect(await code(decode(disguised, 32))).toBe('NABIJ_PICTURE_DAMAGED')
    await expect(sharp(Buffer.from('<svg width="99" height="99"/>')).metadata()).rejects.toThrow(/unsupported|blocked/i)
  })

  it('a picture that ends half-way, whatever its type', async () => {
    const whole = await Promise.all([
      twoHalves().jpeg().toBuffer(),
      twoHalves().jpeg({ progressive: true }).toBuffer(),
      twoHalves().png().toBuffer(),
      twoHalves().webp().toBuffer(),
      twoHalves().tiff().toBuffer(),
      twoHalves().avif().toBuffer(),
    ])
    for (const [n, picture] of whole.entries()) {
      const half = picture.subarray(0, Math.floor(picture.length * 0.6))
      expect([n, await code(decode(half, 32)), await code(examinePicture(half))]).toEqual([
        n,
        'NABIJ_PICTURE_DAMAGED',
        'NABIJ_PICTURE_DAMAGED',
      ])
    }
  })

  it('1 × 1 pixel', async () => {
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    await expect(decode(dot, 32)).rejects.toMatchObject({
      code: 'NABIJ_PICTURE_TOO_SMALL',
      params: { width: 1, height: 1 },
    })
  })

  it('pixels beyond the limit, from the header alone', async () => {
    // A few kilobytes that would become gigabytes: the header tells, and the rest is never looked at.
    for (const [width, height] of [
      [20_000, 20_000],
      [65_000, 100],
      [12_000, 9_000],
    ] as const) {
      await expect(decode(bomb(width, height), 32)).rejects.toMatchObject({
        code: 'NABIJ_PICTURE_TOO_LARGE',
        params: { width, height },
      })
    }
  })
})

/** A PNG that claims width × height black pixels. */
function bomb(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.min(4_000_000, Math.ceil(width / 8 + 1) * height)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
