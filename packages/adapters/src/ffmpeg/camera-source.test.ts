import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { SourceFrame } from '@nabij/stations'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alive, until } from '../testing/processes.ts'
import { type VideoCameraOptions, type VideoLimits, videoCamera } from './camera-source.ts'
import { type Still, stills } from './still.ts'
import { fakeFfmpeg, numberOf } from './testing/fake-ffmpeg.ts'
import { triggerLine } from './trigger-line.ts'

let fake: Awaited<ReturnType<typeof fakeFfmpeg>>
beforeAll(async () => {
  fake = await fakeFfmpeg()
})
afterAll(() => fake.remove())

const patient: VideoLimits = { silence: 30_000, patience: 30_000, picture: 30_000, still: 30_000 }

function open(plays: string, options: Partial<VideoCameraOptions> & { perSecond?: number } = {}) {
  const { perSecond = 30, limits, ...rest } = options
  const address = plays.startsWith('/') ? plays : `rtsp://line:geheim@camera.local/${plays}`
  const time = { by: 'time' as const }
  const source = { kind: 'camera' as const, address, perSecond, trigger: time }
  return videoCamera({
    source,
    ffmpeg: fake.program,
    log: () => undefined,
    platform: 'linux',
    ...rest,
    limits: { ...patient, ...limits },
  })
}

async function lost(plays: string, options: Parameters<typeof open>[1] = {}) {
  const frames: SourceFrame[] = []
  try {
    for await (const frame of open(plays, options).frames(new AbortController().signal)) frames.push(frame)
  } catch (error) {
    return { frames, error: error as { code: string; message: string; params: Record<string, unknown> } }
  }
  throw new Error('the camera ended without a reason')
}

async function onlyPicture(plays: string): Promise<Uint8Array> {
  for await (const { picture } of open(plays).frames(new AbortController().signal)) return picture
  throw new Error('no picture')
}

async function lastPid(): Promise<number> {
  return (await fake.calls()).at(-1)?.pid ?? 0
}

describe('a live camera', () => {
  it('gives real pictures, fresh ones only, and leaves no process behind', async () => {
    const camera = open('quick', { perSecond: 30 })
    expect(camera.mode).toBe('live')
    expect(camera.trigger).toBeUndefined()
    const stop = new AbortController()
    const before = Date.now()
    const numbers: number[] = []
    for await (const frame of camera.frames(stop.signal)) {
      expect(frame).toMatchObject({ key: null, name: null, truth: null })
      expect(frame.capturedAt).toBeGreaterThanOrEqual(before)
      expect((await sharp(frame.picture).metadata()).width).toBe(64)
      numbers.push(numberOf(frame.picture))
      if (numbers.length === 4) stop.abort()
    }
    expect(numbers).toHaveLength(4)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    // The stand-in makes hundreds a second; thirty are wanted.
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBeGreaterThan(6)
    expect(alive(await lastPid())).toBe(false)
  })

  it('holds one picture for a slow reader: the newest', async () => {
    const frames = open('burst', { perSecond: 30 }).frames(new AbortController().signal)[Symbol.asyncIterator]()
    const first = (await frames.next()).value as SourceFrame
    expect(numberOf(first.picture)).toBeLessThan(50)
    await frames.return?.()
    expect(alive(await lastPid())).toBe(false)
  })

  it('puts a picture together that comes in pieces', async () => {
    for await (const frame of open('drip').frames(new AbortController().signal)) {
      expect((await sharp(frame.picture).stats()).channels).toHaveLength(3)
      break
    }
    expect.assertions(1)
  })

  it('asks a device without JPEG of its own for pictures as they are', async () => {
    for await (const frame of open('/dev/video0').frames(new AbortController().signal)) {
      expect(numberOf(frame.picture)).toBeGreaterThanOrEqual(0)
      break
    }
    const [asked, again] = (await fake.calls()).slice(-2)
    expect(asked?.args).toContain('-input_format')
    expect(again?.args).not.toContain('-input_format')
  })
})

describe('a camera that is lost says why', () => {
  it.each([
    ['unknown', 'NABIJ_CAMERA_UNKNOWN_HOST'],
    ['refused', 'NABIJ_CAMERA_REFUSED'],
    ['password', 'NABIJ_CAMERA_PASSWORD'],
    ['path', 'NABIJ_CAMERA_PATH'],
    ['away', 'NABIJ_CAMERA_UNREACHABLE'],
    ['novideo', 'NABIJ_CAMERA_NO_PICTURE'],
    ['babbles', 'NABIJ_CAMERA_NO_PICTURE'],
    ['strange', 'NABIJ_CAMERA_LOST'],
    ['half', 'NABIJ_CAMERA_LOST'],
    ['/dev/video1', 'NABIJ_CAMERA_NO_DEVICE'],
    ['/dev/video2', 'NABIJ_CAMERA_BUSY'],
    ['/dev/video3', 'NABIJ_CAMERA_FORBIDDEN'],
    ['/dev/video4', 'NABIJ_CAMERA_NO_DEVICE'],
  ])('%s: %s', async (plays, code) => {
    const { error } = await lost(plays)
    expect(error).toMatchObject({ code })
    expect(`${error.message} ${JSON.stringify(error.params)}`).not.toMatch(/geheim|line:/)
    expect(alive(await lastPid())).toBe(false)
  })

  it('also when it ends or falls after good pictures', async () => {
    expect(await lost('three')).toMatchObject({ error: { code: 'NABIJ_CAMERA_LOST' } })
    const fallen = await lost('crashes')
    expect(fallen.frames.length).toBeGreaterThan(0)
    expect(fallen.error).toMatchObject({ code: 'NABIJ_CAMERA_LOST', params: { detail: 'SIGSEGV' } })
  })

  it('is lost when its picture stands still, or never comes', async () => {
    const limits = { silence: 100, patience: 5_000 }
    const frozen = await lost('freezes', { limits, perSecond: 30 })
    expect(frozen.frames.length).toBeGreaterThan(0)
    expect(frozen.error).toMatchObject({ code: 'NABIJ_CAMERA_SILENT', params: { host: 'camera.local' } })
    const hung = await lost('hangs', { limits: { silence: 50, patience: 50 } })
    expect(hung).toMatchObject({ frames: [], error: { code: 'NABIJ_CAMERA_SILENT' } })
    expect(alive(await lastPid())).toBe(false)
  })

  it('is lost when it gives the same picture on and on, and shows none before there is another one', async () => {
    const limits = { still: 100, silence: 100 }
    const still = stills()
    const first = await lost('stuck', { limits, still })
    expect(first.frames.length).toBeGreaterThan(0)
    expect(first.error).toMatchObject({ code: 'NABIJ_CAMERA_SILENT' })
    expect(await lost('stuck', { limits, still })).toMatchObject({ frames: [], error: { code: 'NABIJ_CAMERA_SILENT' } })
    // Another camera, or another station, knows nothing of it.
    expect((await lost('stuck', { limits, still: stills() })).frames.length).toBeGreaterThan(0)
    const back = await lost('three', { limits, still })
    expect(back.frames.length).toBeGreaterThan(0)
    expect(still.last()).toBeNull()
  })

  it('names ffmpeg when that is not there, is something else, or is too old', async () => {
    expect(await lost('good', { ffmpeg: '/nowhere/ffmpeg' })).toMatchObject({ error: { code: 'NABIJ_FFMPEG_MISSING' } })
    await fake.version('hello\n')
    expect(await lost('good')).toMatchObject({ error: { code: 'NABIJ_FFMPEG_MISSING' } })
    for (const old of ['4.4.2-0ubuntu0.22.04.1', '5.0.1', 'n4.3']) {
      await fake.version(`ffmpeg version ${old} Copyright\n`)
      expect(await lost('good')).toMatchObject({ error: { code: 'NABIJ_FFMPEG_OLD' } })
    }
    for (const fine of ['5.1.9-0+deb12u1', 'n7.1', 'N-112233-gabc', '2026-01-05-git-x']) {
      await fake.version(`ffmpeg version ${fine} Copyright\n`)
      for await (const _ of open('good').frames(new AbortController().signal)) break
    }
  })

  it('does not begin when the connection cannot be written down', async () => {
    const before = (await fake.calls()).length
    const refused = lost('good', { onConnect: () => Promise.reject(new Error('no room')) })
    expect((await refused).error.message).toBe('no room')
    expect((await fake.calls()).length).toBe(before)
  })
})

describe('what others on the machine can see', () => {
  it('is a command line without address, and an environment without ours', async () => {
    process.env.NABIJ_TEST_SECRET = 'x'
    const hosts: string[] = []
    const onConnect = async (host: string): Promise<void> => void hosts.push(host)
    for await (const _ of open('good', { onConnect }).frames(new AbortController().signal)) break
    delete process.env.NABIJ_TEST_SECRET
    const { args, stdin, env } = (await fake.calls()).at(-1) ?? { args: [], stdin: '', env: [] }
    expect(args.join(' ')).not.toMatch(/geheim|camera\.local/)
    expect(stdin).toContain("file 'rtsp://line:geheim@camera.local/good'")
    expect(env).not.toContain('NABIJ_TEST_SECRET')
    expect(hosts).toEqual(['camera.local'])
  })

  it('ends with the server, however that ends', async () => {
    const program = fileURLToPath(new URL('./testing/watching-parent.ts', import.meta.url))
    const parent = spawn(process.execPath, [program, fake.program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(createInterface(parent.stdout), 'line')
    const pid = await lastPid()
    expect(alive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await until(() => !alive(pid))
    expect(alive(pid)).toBe(false)
  })
})

describe('a camera that waits for messages', () => {
  function triggered(plays: string, limits: Partial<VideoLimits> = {}, still?: Still) {
    const line = triggerLine()
    const left: boolean[] = []
    const triggers = { line, listen: async () => undefined, leave: (soon: boolean) => void left.push(soon) }
    const source = {
      kind: 'camera' as const,
      address: `rtsp://camera.local/${plays}`,
      perSecond: 1,
      trigger: { by: 'message' as const, mqtt: null },
    }
    const camera = open(plays, { source, triggers, limits, ...(still ? { still } : {}) })
    const stop = new AbortController()
    const frames = camera.frames(stop.signal)[Symbol.asyncIterator]()
    const next = async (): Promise<SourceFrame> => (await frames.next()).value as SourceFrame
    return { camera, line, stop, frames, next, left }
  }

  it('gives one picture for each message, begun after it, in their order, none twice', async () => {
    const { camera, line, stop, next, left, frames } = triggered('good')
    expect(camera.mode).toBe('triggered')
    line.push({ name: 'first', key: 'k1' })
    camera.trigger?.()
    line.push({ name: 'third', key: null })
    const three = [await next(), await next(), await next()]
    expect(three.map(({ name }) => name)).toEqual(['first', null, 'third'])
    expect(three[0]?.key).toBe('message k1')
    expect(new Set(three.map(({ key }) => key)).size).toBe(3)
    const numbers = three.map(({ picture }) => numberOf(picture))
    expect(new Set(numbers).size).toBe(3)
    const before = Date.now()
    camera.trigger?.()
    const later = await next()
    expect(later.capturedAt).toBeGreaterThanOrEqual(before)
    expect(numberOf(later.picture)).toBeGreaterThan(Math.max(...numbers))
    expect(line.size).toBe(0)
    stop.abort()
    expect(await frames.next()).toMatchObject({ done: true })
    expect(left).toEqual([false])
  })

  it('gives a message that gets no picture a frame without one: its part is not lost', async () => {
    const { camera, next, stop, line } = triggered('hangs', { picture: 50 })
    camera.trigger?.()
    line.push({ name: 'second', key: 'k' })
    const frames = [await next(), await next()]
    expect(frames.map(({ picture }) => picture.length)).toEqual([0, 0])
    expect(frames[1]).toMatchObject({ name: 'second', key: 'message k' })
    stop.abort()
  })

  it('does so for all that wait when the camera is lost, and only then says so', async () => {
    const { camera, frames, next, left, line } = triggered('refused')
    camera.trigger?.()
    line.push({ name: 'second', key: null })
    expect((await next()).picture).toHaveLength(0)
    expect(await next()).toMatchObject({ name: 'second' })
    await expect(frames.next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_REFUSED' })
    expect(left).toEqual([true])
  })

  it('gives no part a picture that stands still', async () => {
    const still = stills()
    still.keep(new Uint8Array(await onlyPicture('stuck')))
    const { camera, next, frames } = triggered('stuck', { still: 100, silence: 100 }, still)
    camera.trigger?.()
    expect((await next()).picture).toHaveLength(0)
    await expect(frames.next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_SILENT' })
  })

  it('says whether pictures come before anybody asks for one', async () => {
    const good = triggered('good')
    expect(good.camera.working?.()).toBe(false)
    const pending = good.next()
    await until(() => good.camera.working?.() === true)
    good.stop.abort()
    await pending
    const away = triggered('refused')
    await expect(away.frames.next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_REFUSED' })
    expect(away.camera.working?.()).toBe(false)
  })

  it('refuses a flood', () => {
    const { camera } = triggered('hangs')
    for (let n = 0; n < 32; n++) camera.trigger?.()
    expect(() => camera.trigger?.()).toThrow(expect.objectContaining({ code: 'NABIJ_TRIGGER_TOO_FAST' }))
  })

  it('loses no message of a flood that nobody can refuse: what gets no picture gets a frame without one', async () => {
    const { line, next, stop } = triggered('good', { picture: 500 })
    line.add({ name: '0', key: null })
    const frames = [await next()]
    for (let n = 1; n < 200; n++) line.add({ name: String(n), key: null })
    // Whoever reads is busy until all of them were answered: of pictures no more are held than there is room for.
    await until(() => line.size === 0)
    for (let n = 1; n < 200; n++) frames.push(await next())
    expect(frames.map(({ name }) => Number(name))).toEqual(Array.from({ length: 200 }, (_, n) => n))
    expect(frames.filter(({ picture }) => picture.length > 0).length).toBeLessThanOrEqual(33)
    stop.abort()
  })

  it('holds no more pictures than that for a reader that is busy', async () => {
    const { camera, line, next, stop } = triggered('good')
    camera.trigger?.()
    await next()
    let taken = 0
    const flood = (): boolean => {
      try {
        camera.trigger?.()
        taken++
        return false
      } catch {
        return true
      }
    }
    // Each message has its picture by now, and still no more of them are taken.
    await until(() => flood() && line.size === 0)
    expect(taken).toBe(32)
    stop.abort()
  })
})
