import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecipeFacts } from '@nabij/base'
import { openRecipe, type PictureDecoder, type Pixels, readRecipe, type TeachingProgress, teach } from '@nabij/vision'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onnxRuntime } from './onnx-runtime.ts'

const root = new URL('../../../../', import.meta.url).pathname
const backbone = readFileSync(join(root, 'models/efficientnet-lite0/backbone.onnx'))
const runtime = onnxRuntime()

/** A "picture" here is a few numbers: what is drawn, not how it is compressed. */
interface Drawing {
  /** Shifts the texture a little: no two good parts are alike. */
  seed: number
  /** Degrees by which the part is turned. */
  turned?: number
  /** A hole at this place, in shares of the side. */
  hole?: { x: number; y: number }
}
const photoOf = (drawing: Drawing) => ({ load: async () => new TextEncoder().encode(JSON.stringify(drawing)) })
const decoder: PictureDecoder = {
  async decode(picture, size) {
    const pixels = draw(JSON.parse(new TextDecoder().decode(picture)) as Drawing, size)
    return { pixels, width: size, height: size }
  },
}

/** A long striped part on a plain belt. */
function draw({ seed, turned = 0, hole }: Drawing, size: number): Pixels {
  const data = new Uint8Array(size * size * 3)
  const [sine, cosine] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)]
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = [x / size - 0.5, y / size - 0.5]
      const [along, across] = [cosine * u + sine * v, cosine * v - sine * u]
      const isPart = Math.abs(along) < 0.4 && Math.abs(across) < 0.12
      const isHole = hole && Math.hypot(x / size - hole.x, y / size - hole.y) < 0.06
      const stripe = 25 * Math.sin(along * 60) + 6 * Math.sin(seed * 7 + along * 23 + across * 31)
      const colour = isHole
        ? [20, 20, 25]
        : isPart
          ? [190 + stripe, 150 + stripe, 90]
          : [70 + 3 * Math.sin(seed + u * 9), 75, 80]
      for (const [channel, value] of colour.entries()) data[(y * size + x) * 3 + channel] = Math.round(value)
    }
  }
  return { width: size, height: size, data }
}

const good = (count: number) => Array.from({ length: count }, (_, seed) => photoOf({ seed: seed + 1 }))

describe('teaching from good photos', () => {
  let recipe: { onnx: Uint8Array; facts: RecipeFacts }
  const progress: TeachingProgress[] = []
  beforeAll(async () => {
    recipe = await teach({ photos: good(6), decoder, runtime, backbone, onProgress: (each) => progress.push(each) })
  })

  async function judge(drawing: Drawing) {
    const open = await openRecipe(recipe.onnx, runtime)
    const judgement = await open.judge(draw(drawing, open.facts.size))
    await open.close()
    return judgement
  }

  it('says what it learned, in the file as well', () => {
    const { facts } = recipe
    expect(readRecipe(recipe.onnx)).toEqual(facts)
    expect(facts).toMatchObject({
      mode: 'still',
      size: 256,
      photos: 6,
      rows: { local: 6 * 256, semantic: 6 * 64 },
      oddOnes: [],
    })
    expect(facts.goodScores).toHaveLength(6)
    expect(facts.limit).toBe(Math.max(...facts.goodScores))
    expect(facts.promise?.atMost).toBeCloseTo(1 - 0.05 ** (1 / 6), 6)
    expect(facts.next).toEqual({ photos: 14, atMost: 0.14 })
    expect(facts.model.name).toBe('efficientnet-lite0')
  })

  it('passes a good part that it has never seen', async () => {
    const { score, map } = await judge({ seed: 2.5 })
    expect(score).toBeLessThanOrEqual(recipe.facts.limit ?? 0)
    expect([map.width, map.height, map.data.length]).toEqual([64, 64, 64 * 64])
  })

  it('fails a part with a hole, and shows where', async () => {
    const hole = { x: 0.3, y: 0.5 }
    const { score, regions, map } = await judge({ seed: 2.5, hole })
    expect(score).toBeGreaterThan(recipe.facts.limit ?? 1)
    const { x = 0, y = 0, w = 0, h = 0 } = regions[0] ?? {}
    expect(x < hole.x && hole.x < x + w && y < hole.y && hole.y < y + h).toBe(true)
    const highest = map.data.indexOf(Math.max(...map.data))
    expect(Math.hypot((highest % 64) / 64 - hole.x, Math.floor(highest / 64) / 64 - hole.y)).toBeLessThan(0.12)
  })

  it('a photo that was taught scores far below the limit', async () => {
    expect((await judge({ seed: 3 })).score).toBeLessThan((recipe.facts.limit ?? 0) / 3)
  })

  it('goes through all steps, each to its end', () => {
    expect([...new Set(progress.map(({ step }) => step))]).toEqual([
      'reading',
      'locating',
      'learning',
      'checking',
      'saving',
    ])
    for (const step of ['reading', 'locating', 'learning', 'checking', 'saving'] as const) {
      const own = progress.filter((each) => each.step === step)
      expect(own.at(-1)?.done).toBe(own.at(-1)?.total)
      expect(own.map(({ done }) => done)).toEqual(own.map((_, n) => n))
    }
  })

  it('refuses pixels of another size with a name', async () => {
    const open = await openRecipe(recipe.onnx, runtime)
    await expect(open.judge(draw({ seed: 1 }, 128))).rejects.toMatchObject({ code: 'NABIJ_RECIPE_RUN_FAILED' })
    await open.close()
  })

  const python = pythonWith('numpy, onnxruntime')
  it.skipIf(!python)('docs/score-recipe.py gives the same scores to 1e-4', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nabij-python-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    const drawings: Drawing[] = [
      { seed: 2.5 },
      { seed: 3 },
      { seed: 4.5, hole: { x: 0.6, y: 0.5 } },
      { seed: 1, turned: 90 },
    ]
    const files = drawings.map((drawing, n) => {
      const file = join(folder, `${n}.npy`)
      writeFileSync(file, asNpy(draw(drawing, 256)))
      return file
    })
    writeFileSync(join(folder, 'part.onnx'), recipe.onnx)
    const script = join(root, 'docs/score-recipe.py')
    const lines = execFileSync(python ?? '', [script, join(folder, 'part.onnx'), ...files], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(lines).toHaveLength(drawings.length)
    for (const [n, line] of lines.entries()) {
      const theirs = JSON.parse(line) as { score: number; verdict: string; worst: number }
      const ours = await judge(drawings[n] ?? { seed: 0 })
      expect(Math.abs(theirs.score - ours.score)).toBeLessThan(1e-4)
      expect(Math.abs(theirs.worst - Math.max(...ours.map.data))).toBeLessThan(1e-4)
      expect(theirs.verdict).toBe(ours.score > (recipe.facts.limit ?? 0) ? 'fail' : 'pass')
    }
  })
})

describe('a part that lies in every direction', () => {
  it('is noticed from good photos alone where it is not looked for; turned ones pass, a hole still fails', {
    timeout: 120_000,
  }, async () => {
    const photos = Array.from({ length: 4 }, (_, n) => photoOf({ seed: n, turned: n * 77 + 13 }))
    const { onnx, facts } = await teach({ photos, decoder, runtime, backbone, locate: 'off' })
    expect(facts).toMatchObject({ mode: 'rotating', size: 384, photos: 4, rows: { local: 16_384, semantic: 0 } })
    const open = await openRecipe(onnx, runtime)
    const whole = await open.judge(draw({ seed: 9, turned: 200 }, 384))
    const holed = await open.judge(draw({ seed: 9, turned: 200, hole: { x: 0.5, y: 0.5 } }, 384))
    await open.close()
    expect(holed.score).toBeGreaterThan(whole.score)
    expect(holed.score).toBeGreaterThan(facts.limit ?? 1)
  })
})

describe('too few photos, or the same ones', () => {
  const input = { decoder, runtime, backbone }

  it('none: refused', async () => {
    await expect(teach({ ...input, photos: [] })).rejects.toMatchObject({ code: 'NABIJ_RECIPE_NO_PHOTOS' })
  })

  it('one: it judges, but there is no limit and no promise', async () => {
    const { onnx, facts } = await teach({ ...input, photos: good(1) })
    expect(facts).toMatchObject({
      photos: 1,
      limit: null,
      promise: null,
      goodScores: [],
      next: { photos: 19, atMost: 0.14 },
    })
    const open = await openRecipe(onnx, runtime)
    const whole = await open.judge(draw({ seed: 2 }, 256))
    const holed = await open.judge(draw({ seed: 2, hole: { x: 0.3, y: 0.5 } }, 256))
    await open.close()
    expect(holed.score).toBeGreaterThan(whole.score)
    expect(holed.regions.length).toBeGreaterThan(0)
  })

  it('identical ones count once', async () => {
    const [photo] = good(1)
    const same = await teach({ ...input, photos: [photo, photo, photo].flatMap((each) => each ?? []) })
    expect(same.facts).toMatchObject({ photos: 1, limit: null, goodScores: [] })
    const pair = await teach({ ...input, photos: [...good(2), ...good(1)] })
    expect(pair.facts).toMatchObject({ photos: 2, rows: { local: 512, semantic: 128 } })
    expect(pair.facts.goodScores).toHaveLength(3)
    expect(pair.facts.goodScores[2]).toBe(pair.facts.goodScores[0])
  })

  it('nearly identical ones are one photo: no promise, but noise on it is no defect and a hole is', async () => {
    const noisy: PictureDecoder = {
      async decode(picture, size) {
        const { seed, hole } = JSON.parse(new TextDecoder().decode(picture)) as Drawing
        const drawing = new TextEncoder().encode(JSON.stringify({ seed: 1, hole }))
        const { pixels, ...rest } = await decoder.decode(drawing, size)
        const data = pixels.data.map((value, n) => value + ((n * seed) % 3) - 1)
        return { pixels: { ...pixels, data }, ...rest }
      },
    }
    const { onnx, facts } = await teach({ ...input, decoder: noisy, photos: good(4) })
    expect(facts).toMatchObject({ photos: 1, limit: null, promise: null, goodScores: [] })
    expect(facts.next).toEqual({ photos: 19, atMost: 0.14 })
    const open = await openRecipe(onnx, runtime)
    const judge = async (drawing: Drawing) => {
      const { pixels } = await noisy.decode(new TextEncoder().encode(JSON.stringify(drawing)), 256)
      return (await open.judge(pixels)).score
    }
    const [whole, holed] = [await judge({ seed: 7 }), await judge({ seed: 7, hole: { x: 0.3, y: 0.5 } })]
    await open.close()
    expect(whole).toBeLessThan(0.05)
    expect(holed).toBeGreaterThan(5 * whole)
  })

  it('plain pictures without any texture are one photo, and a spot on one is seen', async () => {
    const plain: PictureDecoder = {
      async decode(picture, size) {
        const data = new Uint8Array(size * size * 3).fill(picture.at(-2) ?? 0)
        return { pixels: { width: size, height: size, data }, width: size, height: size }
      },
    }
    const { onnx } = await teach({ ...input, decoder: plain, photos: good(3) })
    expect(readRecipe(onnx)).toMatchObject({ photos: 1, limit: null, promise: null, goodScores: [] })
    const open = await openRecipe(onnx, runtime)
    const { pixels } = await plain.decode(new TextEncoder().encode('{"seed":1}'), 256)
    const inSpot = (pixel: number) => Math.hypot((pixel % 256) - 128, Math.floor(pixel / 256) - 128) < 25
    const data = pixels.data.map((value, n) => (inSpot(Math.floor(n / 3)) ? 220 : value))
    const [whole, spotted] = [await open.judge(pixels), await open.judge({ ...pixels, data })]
    await open.close()
    expect(spotted.score).toBeGreaterThan(5 * whole.score)
  })
})

describe('what goes wrong on the way', () => {
  it('a photo that cannot be read is named by its place', async () => {
    const { NabijError } = await import('@nabij/base')
    const failing: PictureDecoder = {
      decode: (picture, size) =>
        new TextDecoder().decode(picture).includes('"seed":2')
          ? Promise.reject(new NabijError('NABIJ_PICTURE_DAMAGED', { reason: 'cut' }))
          : decoder.decode(picture, size),
    }
    await expect(teach({ photos: good(3), decoder: failing, runtime, backbone })).rejects.toMatchObject({
      code: 'NABIJ_PICTURE_DAMAGED',
      params: { photo: 2, reason: 'cut' },
    })
  })

  it('stops when it is told to, with the reason', async () => {
    const stop = new AbortController()
    const teaching = teach({
      photos: good(4),
      decoder,
      runtime,
      backbone,
      signal: stop.signal,
      onProgress: ({ step, done }) => step === 'learning' && done === 1 && stop.abort(new Error('enough')),
    })
    await expect(teaching).rejects.toThrow('enough')
  })

  it('a backbone that is none', async () => {
    const teaching = teach({ photos: good(2), decoder, runtime, backbone: new Uint8Array(9).fill(255) })
    await expect(teaching).rejects.toMatchObject({ code: 'NABIJ_RECIPE_DAMAGED' })
  })
})

/** NABIJ_PYTHON, or the machine's own, when it has the modules. */
function pythonWith(modules: string): string | null {
  const candidates = [process.env.NABIJ_PYTHON, 'python3'].filter((each) => each !== undefined)
  return candidates.find((each) => runs(each, modules)) ?? null
}

function runs(python: string, modules: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${modules}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Pixels as a NumPy file, uint8 [height, width, 3]. */
function asNpy({ width, height, data }: Pixels): Buffer {
  const text = `{'descr': '|u1', 'fortran_order': False, 'shape': (${height}, ${width}, 3), }`
  const header = `${text.padEnd(128 - 10 - 1)}\n`
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0])
  return Buffer.concat([start, Buffer.from(header, 'latin1'), data])
}
