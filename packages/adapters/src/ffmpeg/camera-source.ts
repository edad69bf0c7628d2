import { type NabijError, newId, type StationSource } from '@nabij/base'
import type { FrameSource, SourceFrame } from '@nabij/stations'
import { type CameraAddress, readCameraAddress } from './address.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import { type Still, stills } from './still.ts'
import type { CameraPicture } from './stream.ts'
import { mostPictures, type TriggerLine, type WaitingTrigger } from './trigger-line.ts'
import { watchCamera } from './watch-camera.ts'

export type VideoSource = Extract<StationSource, { kind: 'camera' }>

export interface VideoCameraOptions {
  source: VideoSource
  /** Path or name of ffmpeg. */
  ffmpeg: string
  /** The messages, for a camera that waits for them. */
  triggers?: Triggers
  /** What is known of this camera from before it was lost; nothing, when left out. */
  still?: Still
  /** Writes down that a connection to this host is made. */
  onConnect?(host: string): Promise<void>
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
  limits?: Partial<VideoLimits>
  platform?: NodeJS.Platform
}

/** Where the messages come from, besides `trigger()`. */
export interface Triggers {
  line: TriggerLine
  /** Begins to listen; resolves when messages come in. `lost` is called when they stop. @throws NabijError NABIJ_TRIGGER_LOST */
  listen(lost: (error: NabijError) => void): Promise<void>
  /** `soon`: the camera is lost and will be opened again; until then messages are kept. */
  leave(soon: boolean): void
}

/** Milliseconds. */
export interface VideoLimits {
  /** A stream that gives no picture for this long (and three turns) is dead. */
  silence: number
  /** How much longer the first picture may take. */
  patience: number
  /** A message that got no picture for this long gets none: its part is told to be without. */
  picture: number
  /** A camera that gives the same picture, byte for byte, for this long stands still. */
  still: number
}

const usualLimits: VideoLimits = { silence: 10_000, patience: 10_000, picture: 5_000, still: 60_000 }

/**
 * A camera on the network or at this computer, watched by ffmpeg. live: the newest picture, at most `perSecond`;
 * triggered: one picture for each message, begun after it.
 * `frames` throws NABIJ_CAMERA_…, NABIJ_FFMPEG_… or NABIJ_TRIGGER_LOST with the reason; the station opens it again.
 * @throws NabijError NABIJ_CAMERA_ADDRESS
 */
export function videoCamera(options: VideoCameraOptions): FrameSource {
  const address = readCameraAddress(options.source.address, options.platform)
  const triggers = options.triggers
  if (options.source.trigger.by === 'time' || !triggers)
    return { mode: 'live', frames: (signal) => liveFrames(options, address, signal) }
  let pictures = false
  const onAny = (): void => {
    pictures = true
  }
  return {
    mode: 'triggered',
    frames: (signal) => triggeredFrames(options, address, triggers, signal, onAny),
    trigger: () => triggers.line.push(),
    working: () => pictures,
  }
}

async function* liveFrames(
  options: VideoCameraOptions,
  address: CameraAddress,
  signal: AbortSignal,
): AsyncGenerator<SourceFrame> {
  // Pictures that come faster than they are wanted are passed over. A tenth of a turn is forgiven.
  const { perSecond } = options.source
  let due = -Infinity
  const box = mailbox<SourceFrame>(1)
  const onPicture = ({ picture, capturedAt, begunAt }: CameraPicture): void => {
    if (begunAt < due) return
    due = begunAt + 900 / perSecond
    box.put({ picture, capturedAt, name: null, key: null, truth: null })
  }
  yield* framesFrom(options, address, { rate: perSecond, box, onPicture, onLost: box.close }, signal)
}

async function* triggeredFrames(
  options: VideoCameraOptions,
  address: CameraAddress,
  triggers: Triggers,
  signal: AbortSignal,
  /** Called with each picture, asked for or not. */
  onAny: () => void,
): AsyncGenerator<SourceFrame> {
  const { picture: patience } = { ...usualLimits, ...options.limits }
  const { line } = triggers
  const box = mailbox<SourceFrame>(Infinity)
  line.unread = box.size
  /** A message without a picture is a part all the same: it gets its verdict, "unsure". */
  const giveUp = (before: number): void => {
    for (let late = line.take(before); late; late = line.take(before)) box.put(frameOf(late, null))
  }
  const beat = setInterval(() => giveUp(performance.now() - patience), Math.max(1, patience / 10))
  const onPicture = (picture: CameraPicture): void => {
    onAny()
    // Whoever reads is behind: no more pictures are held, and what waits too long is told to be without.
    if (box.size() >= mostPictures) return
    const message = line.take(picture.begunAt)
    if (message) box.put(frameOf(message, picture))
  }
  const onLost = (reason: NabijError): void => {
    giveUp(Infinity)
    box.close(reason)
  }
  try {
    await triggers.listen(box.close)
    // All that the camera gives: what is begun first after a message is its picture.
    yield* framesFrom(options, address, { rate: null, box, onPicture, onLost }, signal)
  } finally {
    clearInterval(beat)
    line.unread = () => 0
    triggers.leave(!signal.aborted)
  }
}

interface Reading {
  rate: number | null
  box: Mailbox<SourceFrame>
  onPicture(picture: CameraPicture): void
  onLost(reason: NabijError): void
}

/** What the box gives while the camera is watched; no process is left when it ends, however it ends. */
async function* framesFrom(
  options: VideoCameraOptions,
  address: CameraAddress,
  { rate, box, onPicture, onLost }: Reading,
  signal: AbortSignal,
): AsyncGenerator<SourceFrame> {
  if (signal.aborted) return
  const { ffmpeg, log, platform = process.platform } = options
  const limits = { ...usualLimits, ...options.limits }
  const silence = Math.max(limits.silence, rate === null ? 0 : 3000 / rate)
  if (address.kind !== 'device') await options.onConnect?.(address.name)
  const stillness = { limit: limits.still, still: options.still ?? stills() }
  const camera = await watchCamera({
    ...limits,
    silence,
    stillness,
    ffmpeg,
    address,
    rate,
    platform,
    onPicture,
    onLost,
    log,
  })
  const end = (): void => box.close(null)
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  try {
    yield* box.read()
  } finally {
    signal.removeEventListener('abort', end)
    await camera.stop()
  }
}

function frameOf({ name, key }: WaitingTrigger, picture: CameraPicture | null): SourceFrame {
  return {
    picture: picture?.picture ?? new Uint8Array(),
    capturedAt: picture?.capturedAt ?? Date.now(),
    name,
    key: key === null ? `trigger ${newId()}` : `message ${key}`,
    truth: null,
  }
}
