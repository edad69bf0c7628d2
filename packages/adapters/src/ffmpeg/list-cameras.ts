import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { environment, requireFfmpeg } from './find-ffmpeg.ts'

export interface AttachedCamera {
  /** As a station's source takes it. */
  address: string
  /** As a person knows it. */
  name: string
}

export interface ListOptions {
  ffmpeg: string
  platform?: NodeJS.Platform
  /** Where Linux shows its devices. */
  sys?: string
  dev?: string
}

/**
 * The cameras that are attached to this computer. On Linux the system itself knows them, elsewhere ffmpeg is asked.
 * @throws NabijError NABIJ_FFMPEG_MISSING, NABIJ_FFMPEG_OLD
 */
export async function listCameras(options: ListOptions): Promise<AttachedCamera[]> {
  const { ffmpeg, platform = process.platform } = options
  await requireFfmpeg(ffmpeg)
  if (platform === 'win32')
    return readDshow(await told(ffmpeg, ['-f', 'dshow', '-list_devices', 'true', '-i', 'dummy']))
  if (platform === 'darwin')
    return readAvfoundation(await told(ffmpeg, ['-f', 'avfoundation', '-list_devices', 'true', '-i', '']))
  return onLinux(options.sys ?? '/sys', options.dev ?? '/dev')
}

/** ffmpeg lists devices among its messages and then fails, for nothing was opened. */
function told(ffmpeg: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { env: environment(), timeout: 20_000, maxBuffer: 2 ** 20, windowsHide: true }
    execFile(ffmpeg, ['-hide_banner', '-nostdin', ...args], options, (_error, _stdout, stderr) => resolve(stderr))
  })
}

/** `[dshow @ …] "Integrated Camera" (video)`; older ones have a heading for each kind instead. */
export function readDshow(text: string): AttachedCamera[] {
  const cameras: AttachedCamera[] = []
  let heading = 'video'
  for (const line of text.split(/\r?\n/)) {
    heading = /DirectShow (video|audio) devices/.exec(line)?.[1] ?? heading
    const [, name, kind = heading] = /^\[[^\]]*\]\s+"([^"]+)"(?:\s+\((\w+)\))?\s*$/.exec(line) ?? []
    if (name !== undefined && kind === 'video' && !line.includes('Alternative name'))
      cameras.push({ address: name, name })
  }
  return cameras
}

/** `[AVFoundation indev @ …] [0] FaceTime HD Camera`, cameras first, microphones after their own heading. */
export function readAvfoundation(text: string): AttachedCamera[] {
  const cameras: AttachedCamera[] = []
  let video = false
  for (const line of text.split(/\r?\n/)) {
    if (line.includes('AVFoundation video devices')) video = true
    if (line.includes('AVFoundation audio devices')) video = false
    const name = /^\[[^\]]*\]\s+\[\d+\]\s+(.+?)\s*$/.exec(line)?.[1]
    if (video && name !== undefined && !name.startsWith('Capture screen')) cameras.push({ address: name, name })
  }
  return cameras
}

/** The first node of each device: the others carry no pictures. Known by a name that survives being plugged in again. */
async function onLinux(sys: string, dev: string): Promise<AttachedCamera[]> {
  const folder = join(sys, 'class', 'video4linux')
  const stable = await stableNames(dev)
  const nodes = (await readdir(folder).catch(() => [])).filter((node) => /^video\d+$/.test(node))
  const cameras: AttachedCamera[] = []
  for (const node of nodes.sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)))) {
    const index = await textOf(join(folder, node, 'index'))
    if (index !== '0') continue
    const name = (await textOf(join(folder, node, 'name'))) || node
    cameras.push({ address: stable.get(node) ?? `/dev/${node}`, name: name.replace(/^(.+): \1$/, '$1') })
  }
  return cameras
}

async function stableNames(dev: string): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const folder = join(dev, 'v4l', 'by-id')
  for (const link of await readdir(folder).catch(() => [])) {
    const node = basename(await readlink(join(folder, link)).catch(() => ''))
    if (/^[\w.:+-]+$/.test(link)) names.set(node, `/dev/v4l/by-id/${link}`)
  }
  return names
}

async function textOf(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).trim()
}
