import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { SourceFrame } from '@nabij/stations'
import { describe, expect, it } from 'vitest'
import { alive, until } from '../testing/processes.ts'
import { cameraSource } from './camera-source.ts'
import type { SimulatorSource } from './messages.ts'
import { simulatedPhotos } from './simulated-photos.ts'
import { fixtureCamera, fixtureParent } from './testing/programs.ts'

const plays = { good: 1, crashes: 2, falls: 3, hangs: 4, refuses: 5, babbles: 6 }

function source(seed: number, perSecond = 60): SimulatorSource {
  return { kind: 'simulator', scene: 'biscuits', seed, perSecond, defectRate: 0 }
}

function open(seed: number, options: { perSecond?: number; program?: string; patience?: number } = {}) {
  const logged: Record<string, unknown>[] = []
  const { program = fixtureCamera, perSecond, patience = 20_000 } = options
  const camera = cameraSource({
    program,
    source: source(seed, perSecond),
    log: (_level, _message, fields) => logged.push(fields),
    limits: { firstPause: 1, longestPause: 5, patience },
  })
  return { camera, logged }
}

interface Told {
  number: number
  pid: number
}

function told({ picture }: Pick<SourceFrame, 'picture'>): Told {
  return JSON.parse(new TextDecoder().decode(picture)) as Told
}

/** Reads `count` frames and stops as a station does: by aborting, then ending the iteration. */
async function read(camera: ReturnType<typeof cameraSource>, count: number, each = async () => {}): Promise<Told[]> {
  const frames: Told[] = []
  const stop = new AbortController()
  for await (const frame of camera.frames(stop.signal)) {
    frames.push(told(frame))
    await each()
    if (frames.length === count) stop.abort()
  }
  return frames
}

describe('a camera source', () => {
  it('gives pictures in their order, as a live source whose parts are never the same', async () => {
    const { camera } = open(plays.good)
    expect(camera.mode).toBe('live')
    const stop = new AbortController()
    const before = Date.now()
    for await (const frame of camera.frames(stop.signal)) {
      expect(frame).toMatchObject({ key: null, name: null, truth: { defect: null, regions: [] } })
      expect(frame.capturedAt).toBeGreaterThanOrEqual(before)
      expect(frame.capturedAt).toBeLessThanOrEqual(Date.now())
      stop.abort()
    }
    expect((await read(camera, 5)).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4])
  })

  it('starts another child when one dies, and goes on with the next picture', async () => {
    const { camera, logged } = open(plays.crashes)
    const frames = await read(camera, 8)
    expect(frames.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(new Set(frames.map(({ pid }) => pid)).size).toBe(3)
    expect(logged[0]).toMatchObject({ code: 'NABIJ_CAMERA_LOST', falls: 1, detail: expect.stringContaining('SIGSEGV') })
  })

  it('makes no picture that nobody waits for: whoever reads slowly gets each one fresh', async () => {
    const { camera } = open(plays.good, { perSecond: 60 })
    const stop = new AbortController()
    let free = 0
    for await (const frame of camera.frames(stop.signal)) {
      expect(frame.capturedAt).toBeGreaterThanOrEqual(free)
      if (told(frame).number === 3) stop.abort()
      // Several beats of the camera pass while this reader is busy.
      await until(() => Date.now() > frame.capturedAt + 60)
      free = Date.now()
    }
    expect.assertions(4)
  })

  it.each([
    ['falls', 'exit code 7'],
    ['babbles', 'nonsense'],
  ] as const)('is lost when every child %s', async (how, why) => {
    const { camera, logged } = open(plays[how])
    const detail = expect.stringContaining(why)
    await expect(read(camera, 1)).rejects.toMatchObject({ code: 'NABIJ_CAMERA_LOST', params: { detail } })
    expect(logged).toHaveLength(4)
  })

  it('is lost when the program is not there', async () => {
    const { camera } = open(plays.good, { program: '/nowhere/camera.ts' })
    await expect(read(camera, 1)).rejects.toMatchObject({ code: 'NABIJ_CAMERA_LOST' })
  })

  it('gives up a child that does not answer', async () => {
    const { camera, logged } = open(plays.hangs, { patience: 10 })
    await expect(read(camera, 1)).rejects.toMatchObject({ code: 'NABIJ_CAMERA_LOST' })
    expect(logged[0]?.detail).toMatch(/no picture for/)
  })

  it('passes on at once what a child names', async () => {
    const { camera, logged } = open(plays.refuses)
    await expect(read(camera, 1)).rejects.toMatchObject({
      code: 'NABIJ_SAMPLE_DAMAGED',
      params: { file: 'photos.json' },
    })
    expect(logged).toEqual([])
  })

  it('ends its child with the signal, also while it waits for a picture', async () => {
    const { camera } = open(plays.good, { perSecond: 0.05 })
    const stop = new AbortController()
    const frames = camera.frames(stop.signal)[Symbol.asyncIterator]()
    const first = await frames.next()
    const { pid } = told(first.value as SourceFrame)
    const second = frames.next()
    stop.abort()
    expect(await second).toMatchObject({ done: true })
    expect(alive(pid)).toBe(false)
  })

  it('ends its child when the reader leaves', async () => {
    let pid = 0
    for await (const frame of open(plays.good).camera.frames(new AbortController().signal)) {
      pid = told(frame).pid
      break
    }
    expect(pid).toBeGreaterThan(0)
    expect(alive(pid)).toBe(false)
  })

  it('leaves no child behind when the server is killed', async () => {
    const parent = spawn(process.execPath, [fixtureParent, fixtureCamera], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string]
    const { pid } = JSON.parse(line) as Told
    expect(alive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await until(() => !alive(pid))
    expect(alive(pid)).toBe(false)
  })
})

describe('simulated photos', () => {
  it('come as fast as they are made, and are the first ones of the source', async () => {
    const photos = await simulatedPhotos({ program: fixtureCamera, source: source(plays.good, 0.05), count: 4 })
    expect(photos.map((photo) => told(photo).number)).toEqual([0, 1, 2, 3])
    expect(alive(photos.map((photo) => told(photo).pid)[0] ?? 0)).toBe(false)
  })

  it('are none when none are asked for', async () => {
    expect(await simulatedPhotos({ program: '/nowhere', source: source(1), count: 0 })).toEqual([])
  })

  it('tell why there are none', async () => {
    const photos = simulatedPhotos({ program: fixtureCamera, source: source(plays.refuses), count: 1 })
    await expect(photos).rejects.toMatchObject({ code: 'NABIJ_SAMPLE_DAMAGED' })
  })
})
