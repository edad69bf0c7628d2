import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** How the stand-in for ffmpeg behaves: the path of the camera's address, or the number of the device, chooses. */
const script = String.raw`
import { appendFileSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
const folder = import.meta.dirname
const args = process.argv.slice(2)
if (args.includes('-version')) {
  process.stdout.write(readFileSync(folder + '/version', 'utf8'))
  process.exit(0)
}
if (args.includes('-list_devices')) {
  process.stderr.write(readFileSync(folder + '/devices', 'utf8'))
  process.exit(1)
}
let stdin = ''
if (args.includes('pipe:0')) for await (const bytes of process.stdin) stdin += bytes
const url = /file '([^']*)'/.exec(stdin)?.[1] ?? ''
const plays = url === '' ? args[args.indexOf('-i') + 1] : new URL(url).pathname.slice(1)
appendFileSync(folder + '/calls', JSON.stringify({ pid: process.pid, args, stdin, env: Object.keys(process.env) }) + '\n')
const jpeg = readFileSync(folder + '/picture.jpg')
const say = (text, code = 1) => process.stderr.write(text + '\n', () => process.exit(code))
const emit = (bytes) => new Promise((resolve) => process.stdout.write(bytes, resolve))
process.stdout.on('error', () => process.exit(0))
/** The same picture with its number in a comment behind the first marker. */
const numbered = (n) => {
  const comment = Buffer.from('n' + n)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment, jpeg.subarray(2)])
}
const stream = async (from, until, ms) => {
  for (let n = from; n < until; n++) {
    await emit(numbered(n))
    await sleep(ms)
  }
}
const behaviours = {
  good: () => stream(0, Infinity, 10),
  quick: () => stream(0, Infinity, 1),
  three: () => stream(0, 3, 5).then(() => process.exit(0)),
  drip: async () => {
    for (let n = 0; ; n++) for (const byte of chunks(numbered(n), 97)) { await emit(byte); await sleep(1) }
  },
  burst: () => emit(Buffer.concat(Array.from({ length: 50 }, (_, n) => numbered(n)))).then(() => sleep(1e8)),
  freezes: () => stream(0, 2, 5).then(() => sleep(1e8)),
  stuck: async () => { for (;;) { await emit(numbered(7)); await sleep(5) } },
  hangs: () => sleep(1e8),
  babbles: async () => { for (;;) await emit(Buffer.alloc(65536, 7)) },
  crashes: () => stream(0, 2, 5).then(() => process.kill(process.pid, 'SIGSEGV')),
  half: () => emit(jpeg.subarray(0, 100)).then(() => process.exit(0)),
  unknown: () => say('[tcp @ 0x55] Failed to resolve hostname camera.local: Name or service not known\n[concat @ 0x55] Impossible to open \'' + url + '\'\npipe:0: Input/output error'),
  refused: () => say('[tcp @ 0x55] Connection to tcp://10.0.0.9:554?timeout=10000000 failed: Connection refused\n[concat @ 0x55] Impossible to open \'' + url + '\''),
  password: () => say('[rtsp @ 0x55] method DESCRIBE failed: 401 Unauthorized\n[concat @ 0x55] Impossible to open \'' + url + '\''),
  path: () => say('[rtsp @ 0x55] method DESCRIBE failed: 404 Not Found\n[concat @ 0x55] Impossible to open \'' + url + '\''),
  away: () => say('[tcp @ 0x55] Connection to tcp://10.0.0.9:554 failed: No route to host'),
  novideo: () => say('pipe:0: Invalid data found when processing input'),
  strange: () => say('[rtsp @ 0x55] Something new about ' + url + ' that nobody has seen'),
  '/dev/video0': () => args.includes('-input_format') ? say('[video4linux2,v4l2 @ 0x55] Cannot find a proper format for codec \'mjpeg\' (id 7), pixel format \'none\' (id -1)\n/dev/video0: Invalid argument') : stream(0, Infinity, 10),
  '/dev/video1': () => say('[video4linux2,v4l2 @ 0x55] Cannot open video device /dev/video1: No such file or directory'),
  '/dev/video2': () => say('[video4linux2,v4l2 @ 0x55] ioctl(VIDIOC_STREAMON): Device or resource busy\n/dev/video2: Device or resource busy'),
  '/dev/video3': () => say('[video4linux2,v4l2 @ 0x55] Cannot open video device /dev/video3: Permission denied'),
  '/dev/video4': () => stream(0, 2, 5).then(() => say('[video4linux2,v4l2 @ 0x55] ioctl(VIDIOC_DQBUF): No such device')),
}
function* chunks(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
await behaviours[plays]()
`

export interface Call {
  pid: number
  args: string[]
  stdin: string
  env: string[]
}

/** A stand-in for ffmpeg, written into a folder of its own: it gives real JPEGs and says what ffmpeg says. */
export async function fakeFfmpeg() {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-ffmpeg-'))
  const program = join(folder, 'ffmpeg')
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  await writeFile(join(folder, 'package.json'), '{"type": "module"}')
  await writeFile(program, `#!${process.execPath}\n${script}`, { mode: 0o755 })
  await writeFile(join(folder, 'picture.jpg'), picture)
  await writeFile(join(folder, 'version'), 'ffmpeg version 7.1.1 Copyright (c) the FFmpeg developers\n')
  await writeFile(join(folder, 'calls'), '')
  return {
    program,
    folder,
    picture,
    version: (text: string) => writeFile(join(folder, 'version'), text),
    devices: (text: string) => writeFile(join(folder, 'devices'), text),
    async calls(): Promise<Call[]> {
      const lines = (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Call)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The number that the stand-in wrote into a picture. */
export function numberOf(picture: Uint8Array): number {
  return Number(/n(\d+)/.exec(Buffer.from(picture.subarray(6, 16)).toString('latin1'))?.[1])
}
