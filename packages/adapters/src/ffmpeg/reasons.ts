import { type ErrorCode, NabijError } from '@nabij/base'
import { type CameraAddress, withoutSecrets } from './address.ts'

/** What ffmpeg (and the systems under it) say, and what it means. The first that fits. */
const meanings: [RegExp, ErrorCode][] = [
  [/\b40[13] (unauthorized|forbidden)|authorization failed|HTTP error 40[13]/i, 'NABIJ_CAMERA_PASSWORD'],
  [
    /failed to resolve hostname|name or service not known|nodename nor servname|no such host/i,
    'NABIJ_CAMERA_UNKNOWN_HOST',
  ],
  [/connection refused|error number -10061/i, 'NABIJ_CAMERA_REFUSED'],
  [
    /no route to host|network is unreachable|host is down|timed? ?out|error number -(10060|10065|138)\b/i,
    'NABIJ_CAMERA_UNREACHABLE',
  ],
  [/\b4(00|04|54|61) |HTTP error 4\d\d|server returned 4/i, 'NABIJ_CAMERA_PATH'],
  [/device or resource busy|already in use|resource busy/i, 'NABIJ_CAMERA_BUSY'],
  [/permission denied|not authorized|access is denied/i, 'NABIJ_CAMERA_FORBIDDEN'],
  [
    /no such file or directory|no such device|could not find video device|video device not found|could not enumerate video devices|cannot allocate memory.*v4l2|not a video capture device|inappropriate ioctl/i,
    'NABIJ_CAMERA_NO_DEVICE',
  ],
  [
    /invalid data found|does not contain any stream|matches no streams|format not on whitelist|not on whitelist|could not find codec parameters|expected boundary/i,
    'NABIJ_CAMERA_NO_PICTURE',
  ],
]

/** A camera that does not make JPEGs itself: it is asked again, for pictures as they are. */
export function isUncompressed(said: string): boolean {
  return /cannot find a proper format|could not set video options|not supported by the device|pixel format/i.test(said)
}

/**
 * Why there are no pictures, from the last words of ffmpeg.
 * @param how how it ended: "exit code 1", "SIGSEGV"
 */
export function reasonOf(said: string, how: string, address: CameraAddress): NabijError {
  const host = address.name
  const clean = withoutSecrets(said, address).trim()
  for (const [pattern, code] of meanings) if (pattern.test(said)) return new NabijError(code, { host })
  const line = clean.split('\n').at(-1)?.slice(-300) ?? ''
  return new NabijError('NABIJ_CAMERA_LOST', { detail: line === '' ? how : `${how}: ${line}` })
}
