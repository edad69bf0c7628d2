import { NabijError } from '@nabij/base'

/** A camera, as ffmpeg must be told of it. */
export type CameraAddress = {
  /** What may be shown: host and port, or the name of the device. Never a password. */
  name: string
} & (
  | {
      kind: 'rtsp' | 'http' /** Complete, secrets included: only ever given to ffmpeg's standard input. */
      url: string
      secrets: string[]
    }
  | { kind: 'device'; device: string /** Width x height, when asked for. */; size: string | null }
)

const network: Record<string, 'rtsp' | 'http'> = {
  'rtsp:': 'rtsp',
  'rtsps:': 'rtsp',
  'http:': 'http',
  'https:': 'http',
}
const looksLikeUrl = /^[a-z][a-z0-9+.-]*:/i
const deviceOnLinux = /^\/dev\/(video\d{1,3}|v4l\/by-(id|path)\/[\w.:+-]{1,200})$/
/** A colon would name a second device (a microphone), a quote or bracket is never part of a camera's name. */
const deviceElsewhere = /^[^:"'|<>\\[\]-][^:"'|<>\\[\]]{0,199}$/
const sized = /^(.*)\?size=(\d{2,5}x\d{2,5})$/

/**
 * Reads what a person entered. Only cameras come through: no files, no `concat:`, no options of ffmpeg.
 * @throws NabijError NABIJ_CAMERA_ADDRESS
 */
export function readCameraAddress(address: string, platform: NodeJS.Platform = process.platform): CameraAddress {
  const plain = address.trim()
  // oxlint-disable-next-line no-control-regex -- these characters are what may not be there
  if (/[\u0000-\u001f\u007f]/.test(plain)) throw refused()
  const scheme = looksLikeUrl.exec(plain)?.[0].toLowerCase()
  if (scheme !== undefined) return onNetwork(plain, network[scheme])
  const [, device = plain, size = null] = sized.exec(plain) ?? []
  const allowed = platform === 'linux' ? deviceOnLinux : deviceElsewhere
  if (!allowed.test(device) || device.includes('..')) throw refused()
  return { kind: 'device', name: device, device, size }
}

function onNetwork(address: string, kind: 'rtsp' | 'http' | undefined): CameraAddress {
  const url = URL.parse(address)
  if (!kind || !url?.hostname) throw refused()
  url.hash = ''
  // A quote or a backslash would end the line in which ffmpeg reads the address.
  const text = url.href.replaceAll("'", '%27').replaceAll('\\', '%5C').replaceAll(' ', '%20')
  return { kind, name: url.host, url: text, secrets: secretsOf(url) }
}

/** Everything in the address that must not be repeated: as it is written there, and as it was meant. */
function secretsOf(url: URL): string[] {
  const written = [url.username, url.password, ...url.searchParams.values()]
  const meant = written.map((text) => {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  })
  return [...new Set([...written, ...meant])].filter((text) => text.length > 2)
}

/** Text of another program without what must not be repeated. */
export function withoutSecrets(text: string, address: CameraAddress): string {
  let clean = text.replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, address.name)
  if (address.kind !== 'device') for (const secret of address.secrets) clean = clean.replaceAll(secret, '***')
  return clean
}

function refused(): NabijError {
  return new NabijError('NABIJ_CAMERA_ADDRESS')
}
