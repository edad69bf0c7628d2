import type { CameraAddress } from './address.ts'

export interface CommandLine {
  args: string[]
  /** What ffmpeg reads on its standard input: there, and only there, stands an address with its password. */
  stdin: string | null
}

export interface Wish {
  /** Pictures a second at most; null: all that the camera gives. */
  rate: number | null
  /** Ask a device for the JPEG that it makes itself: larger pictures fit through the cable. Not every camera can. */
  compressed: boolean
  platform: NodeJS.Platform
}

/** Silence on the network after which ffmpeg gives up by itself, in microseconds. */
const patience = 10_000_000

/** The words after `ffmpeg`: every one is ours, but for the name of a device that was checked. */
export function commandLine(address: CameraAddress, wish: Wish): CommandLine {
  const general = ['-hide_banner', '-nostats', '-loglevel', 'error', '-fflags', 'nobuffer', '-flags', 'low_delay']
  const { args, stdin } = address.kind === 'device' ? fromDevice(address, wish) : fromNetwork(address)
  // The pictures of an MJPEG camera are passed on as they are; how many of them are used is decided here.
  const coded = address.kind === 'http' ? ['-c:v', 'copy'] : [...thinned(wish.rate), '-c:v', 'mjpeg', '-q:v', '2']
  const out = ['-map', '0:v:0', '-an', '-sn', '-dn', ...coded, '-fps_mode', 'passthrough', '-f', 'image2pipe', 'pipe:1']
  return { args: [...general, ...args, ...out], stdin }
}

/** No more pictures than are wanted are compressed. */
function thinned(rate: number | null): string[] {
  if (rate === null) return []
  return ['-vf', `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${(0.9 / rate).toFixed(3)})'`]
}

/**
 * The command line is visible to everybody on this machine, standard input is not: the address goes there, as a list
 * with one entry. What may be opened, and as what, is limited to what this kind of camera needs.
 */
function fromNetwork({ kind, url }: Extract<CameraAddress, { url: string }>): CommandLine {
  const [protocols, formats, options] =
    kind === 'rtsp'
      ? ['pipe,tcp,tls', 'concat,rtsp,rtp,sdp', [`rtsp_transport tcp`, `timeout ${patience}`]]
      : ['pipe,http,https,tcp,tls', 'concat,mpjpeg', [`rw_timeout ${patience}`]]
  const list = ['ffconcat version 1.0', `file '${url}'`]
  for (const option of [...options, 'analyzeduration 1000000', 'fflags nobuffer']) list.push(`option ${option}`)
  return {
    args: [
      '-protocol_whitelist',
      protocols,
      '-format_whitelist',
      formats,
      '-f',
      'concat',
      '-safe',
      '0',
      '-i',
      'pipe:0',
    ],
    stdin: `${list.join('\n')}\n`,
  }
}

function fromDevice({ device, size }: Extract<CameraAddress, { kind: 'device' }>, wish: Wish): CommandLine {
  const { platform, compressed } = wish
  const sized = size === null ? [] : ['-video_size', size]
  const limits = ['-protocol_whitelist', 'file,pipe']
  if (platform === 'win32') {
    const codec = compressed ? ['-c:v', 'mjpeg'] : []
    return { args: [...limits, '-f', 'dshow', ...codec, ...sized, '-i', `video=${device}`], stdin: null }
  }
  if (platform === 'darwin')
    return {
      args: [...limits, '-f', 'avfoundation', '-framerate', '30', ...sized, '-i', `${device}:none`],
      stdin: null,
    }
  const format = compressed ? ['-input_format', 'mjpeg'] : []
  return { args: [...limits, '-f', 'v4l2', ...format, ...sized, '-i', device], stdin: null }
}
