import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { egressGate } from '@nabij/adapters/egress'
import type { Egress, StationSource } from '@nabij/base'
import type { FrameSource, SourceFrame } from '@nabij/stations'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findInstallation } from '../installation.ts'
import { checkSource, ffmpegProgram, sourceOpener, withoutPasswords, withPasswords } from './sources.ts'
import { fakeFfmpeg } from './testing/fake-ffmpeg.ts'
import { broker } from './testing/receivers.ts'

let fake: Awaited<ReturnType<typeof fakeFfmpeg>>
let mqtt: Awaited<ReturnType<typeof broker>>
let base: string
let ledger: Egress[]
let logged: Record<string, unknown>[]
const stops: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  fake = await fakeFfmpeg()
  mqtt = await broker()
})
afterAll(async () => {
  await mqtt.stop()
  await fake.remove()
})
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nabij-sources-'))
  await mkdir(join(base, 'in'))
  await fake.plugIn()
  ledger = []
  logged = []
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await rm(base, { recursive: true, force: true })
})

function opener(isOutward: (host: string) => boolean = () => false) {
  const egress = egressGate({
    ledger: {
      begin: async (entry) => void ledger.push({ ...entry, bytesOut: 0, bytesIn: 0 }),
      add: async () => undefined,
    },
    clock: () => 7,
    isOutward,
  })
  const open = sourceOpener({
    installation: findInstallation(),
    clock: Date.now,
    log: (_level, _message, fields) => void logged.push(fields ?? {}),
    egress,
    ffmpeg: fake.program,
  })
  return (source: StationSource) => open(source, async () => false)
}

/** Reads a source as a station does. */
function reading(source: FrameSource | null) {
  if (!source) throw new Error('no source')
  const stop = new AbortController()
  const frames = source.frames(stop.signal)[Symbol.asyncIterator]()
  stops.push(async () => {
    stop.abort()
    await frames.return?.()
  })
  return { source, frames, stop, next: async () => (await frames.next()).value as SourceFrame }
}

const camera = (trigger: Extract<StationSource, { kind: 'camera' }>['trigger']): StationSource => ({
  kind: 'camera',
  address: 'rtsp://line:secret@10.0.0.9/stream1',
  perSecond: 30,
  trigger,
})

interface Kind {
  name: string
  mode: FrameSource['mode']
  source(): StationSource
  /** Makes that a picture is there. */
  part?(source: FrameSource): Promise<void>
  lose?(): Promise<void>
  comeBack?(): Promise<void>
  code?: string
}

const kinds: Kind[] = [
  {
    name: 'folder',
    mode: 'triggered',
    source: () => ({ kind: 'folder', path: join(base, 'in') }),
    async part() {
      await writeFile(join(base, 'aside.jpg'), fake.picture)
      await rename(join(base, 'aside.jpg'), join(base, 'in', `${Math.random()}.jpg`))
    },
    lose: () => rename(join(base, 'in'), join(base, 'away')),
    comeBack: () => rename(join(base, 'away'), join(base, 'in')),
    code: 'NABIJ_FOLDER_GONE',
  },
  {
    name: 'simulator',
    mode: 'live',
    source: () => ({ kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 30, defectRate: 0 }),
  },
  {
    name: 'camera',
    mode: 'live',
    source: () => camera({ by: 'time' }),
    lose: () => fake.unplug(),
    comeBack: () => fake.plugIn(),
    code: 'NABIJ_CAMERA_REFUSED',
  },
  {
    name: 'camera that waits for a request',
    mode: 'triggered',
    source: () => camera({ by: 'message', mqtt: null }),
    part: async (source) => source.trigger?.(),
    lose: () => fake.unplug(),
    comeBack: () => fake.plugIn(),
    code: 'NABIJ_CAMERA_REFUSED',
  },
  {
    name: 'camera that waits for MQTT',
    mode: 'triggered',
    source: () => camera({ by: 'message', mqtt: { address: `mqtt://${mqtt.at}`, topic: 'press/2' } }),
    part: () => say('press/2', '1'),
    lose: () => fake.unplug(),
    comeBack: () => fake.plugIn(),
    code: 'NABIJ_CAMERA_REFUSED',
  },
]

/** Publishes when somebody listens. */
async function say(topic: string, payload: string): Promise<void> {
  await vi.waitFor(() => expect(mqtt.open()).toBeGreaterThan(0))
  const packet = { cmd: 'publish' as const, topic, payload, qos: 1 as const, retain: false, dup: false }
  await new Promise<void>((resolve) => mqtt.aedes.publish(packet, () => resolve()))
}

describe.each(kinds)('every source: $name', ({ mode, source, part }) => {
  it('gives pictures, and ends when it is told to', async () => {
    const { source: opened, next, stop, frames } = reading(opener()(source()))
    expect(opened.mode).toBe(mode)
    const first = next()
    const asking = setInterval(() => void part?.(opened), 200)
    const { picture, capturedAt } = await first
    clearInterval(asking)
    expect([...picture.subarray(0, 2)]).toEqual([0xff, 0xd8])
    expect(Math.abs(Date.now() - capturedAt)).toBeLessThan(600_000)
    const pending = frames.next()
    stop.abort()
    for (let end = await pending; !end.done; end = await frames.next());
    expect(await frames.next()).toMatchObject({ done: true })
  })
})

describe.each(kinds.filter(({ lose }) => lose))(
  'every source that can be lost: $name',
  ({ source, part, lose, comeBack, code }) => {
    it('says why it is lost, and gives pictures again when it is back', async () => {
      const open = opener()
      const before = reading(open(source()))
      const lost = (async () => {
        for (;;) await before.next()
      })()
      lost.catch(() => undefined)
      await lose?.()
      await expect(lost).rejects.toMatchObject({ code })
      await expect(reading(open(source())).next()).rejects.toMatchObject({ code })
      await comeBack?.()
      const { source: again, next } = reading(open(source()))
      const asking = setInterval(() => void part?.(again), 200)
      expect((await next()).picture.length).toBeGreaterThan(100)
      clearInterval(asking)
    })
  },
)

describe('messages over MQTT', () => {
  const waiting = (topic: string): StationSource =>
    camera({ by: 'message', mqtt: { address: `mqtt://${mqtt.at}`, topic } })

  it('that come while the camera is away are not lost: each has its frame, without a picture', async () => {
    const open = opener()
    const before = reading(open(waiting('a')))
    const first = before.next()
    await say('a', '{"name":"seen","key":"1"}')
    await first
    await fake.unplug()
    await expect(before.next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_REFUSED' })
    await say('a', '{"name":"unseen","key":"2"}')
    await fake.unplug()
    const away = reading(open(waiting('a')))
    expect(await away.next()).toMatchObject({ name: 'unseen', key: 'message 2', picture: new Uint8Array() })
    await expect(away.next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_REFUSED' })
  })

  it('that come faster than there are pictures each have a frame', async () => {
    const { next } = reading(opener()(waiting('flood')))
    const first = next()
    const asking = setInterval(() => void say('flood', '1'), 200)
    await first
    clearInterval(asking)
    const flood = Array.from({ length: 60 }, (_, n) => `part ${n}`)
    for (const name of flood) await say('flood', JSON.stringify({ name }))
    const names: (string | null)[] = []
    while (!names.includes('part 59')) names.push((await next()).name)
    expect(names.filter((name) => name !== null)).toEqual(flood)
  })

  it('give each of two stations its own picture', async () => {
    const open = opener()
    const [one, two] = [reading(open(waiting('b'))), reading(open(waiting('b')))]
    const both = Promise.all([one.next(), two.next()])
    await vi.waitFor(() => expect(mqtt.open()).toBeGreaterThan(1))
    const asking = setInterval(() => void say('b', '{"key":"same"}'), 200)
    expect((await both).map(({ key }) => key)).toEqual(['message same', 'message same'])
    clearInterval(asking)
  })

  it('that say nothing clear are told of', async () => {
    const { next } = reading(opener()(waiting('c')))
    const first = next()
    const asking = setInterval(() => void say('c', 'hm').then(() => say('c', '1')), 200)
    await first
    clearInterval(asking)
    expect(logged).toContainEqual({ why: 'text', count: 1 })
  })

  it('that cannot come in are the reason that the station shows', async () => {
    const nowhere = camera({ by: 'message', mqtt: { address: 'mqtt://127.0.0.1:9', topic: 'x' } })
    await expect(reading(opener()(nowhere)).next()).rejects.toMatchObject({ code: 'NABIJ_TRIGGER_LOST' })
  })
})

it('a camera outside this machine is written down before it is connected to', async () => {
  await reading(opener(() => true)(camera({ by: 'time' }))).next()
  expect(ledger).toMatchObject([{ host: '10.0.0.9', purpose: expect.stringContaining('camera'), bytesOut: 0 }])
})

describe('a source that a person enters', () => {
  it.each<[StationSource, string]>([
    [{ kind: 'folder', path: '/nowhere/at/all' }, 'NABIJ_FOLDER_GONE'],
    [{ kind: 'folder', path: import.meta.filename }, 'NABIJ_FOLDER_GONE'],
    [{ ...camera({ by: 'time' }), address: 'file:///etc/passwd' } as StationSource, 'NABIJ_CAMERA_ADDRESS'],
    [camera({ by: 'message', mqtt: { address: 'http://x', topic: 'a' } }), 'NABIJ_OUTPUT_ADDRESS'],
  ])('%j is refused', async (source, code) => {
    await expect(checkSource(source)).rejects.toMatchObject({ code })
  })

  it('passes when it can be had, or may be switched off now', async () => {
    const sources: StationSource[] = [
      { kind: 'http' },
      { kind: 'folder', path: base },
      camera({ by: 'time' }),
      camera({ by: 'message', mqtt: { address: 'mqtts://broker', topic: 'a' } }),
    ]
    for (const source of sources) expect(await checkSource(source)).toBeUndefined()
  })
})

describe('passwords in addresses', () => {
  const stored = camera({ by: 'message', mqtt: { address: 'mqtt://me:word@broker:1883', topic: 'a' } })

  it('are hidden, and come back when the address is left as it was shown', () => {
    const shown = withoutPasswords(stored)
    expect(shown).toMatchObject({
      address: 'rtsp://line:•••@10.0.0.9/stream1',
      trigger: { mqtt: { address: 'mqtt://me:•••@broker:1883' } },
    })
    expect(withPasswords(shown, stored)).toEqual(stored)
    expect(withPasswords({ ...shown, perSecond: 1 } as StationSource, stored)).toEqual({ ...stored, perSecond: 1 })
  })

  it('do not travel to another address', () => {
    const moved = { ...withoutPasswords(stored), address: 'rtsp://line:•••@10.6.6.6/stream1' } as StationSource
    expect(() => withPasswords(moved, stored)).toThrow(expect.objectContaining({ code: 'NABIJ_INVALID_INPUT' }))
    expect(() => withPasswords(withoutPasswords(stored), { kind: 'http' })).toThrow(/password/)
    const other = { ...stored, address: 'rtsp://line:new@10.6.6.6/' } as StationSource
    expect(withPasswords(other, stored)).toEqual(other)
  })

  it('are hidden whatever they look like', () => {
    for (const address of ['rtsp://a:b:c@h/', 'rtsp://:p@h/', 'http://a:p%40q@h:80/x?y', 'rtsp://a:p@@h/'])
      expect(withoutPasswords({ ...stored, address } as StationSource)).toMatchObject({
        address: expect.stringMatching(/^[a-z]+:\/\/a?:•••@h/),
      })
    for (const address of ['/dev/video0', 'rtsp://h:554/x@y', 'rtsp://user@h/'])
      expect(withoutPasswords({ ...stored, address } as StationSource)).toMatchObject({ address })
  })
})

it('ffmpeg is where the environment says, or found by the system', () => {
  expect(ffmpegProgram({})).toBe('ffmpeg')
  expect(ffmpegProgram({ NABIJ_FFMPEG: ' /opt/ffmpeg ' })).toBe('/opt/ffmpeg')
})
