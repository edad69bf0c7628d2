import { cameraSource } from '@nabij/adapters/camera'
import type { EgressGate } from '@nabij/adapters/egress'
import { readCameraAddress, type Still, stills, videoCamera } from '@nabij/adapters/ffmpeg'
import { checkFolder, folderSource } from '@nabij/adapters/folder'
import { readBroker } from '@nabij/adapters/mqtt'
import { NabijError, type StationSource } from '@nabij/base'
import { type Clock, type FrameSource, hidePassword, isHidden, type KnownPart } from '@nabij/stations'
import type { Installation } from '../installation.ts'
import type { Log } from '../supervisor/log.ts'
import { triggerLines } from './trigger-lines.ts'

type Kind = StationSource['kind']
type Of<K extends Kind> = Extract<StationSource, { kind: K }>
type Opener<Source> = (source: Source, known: KnownPart) => FrameSource | null
type Openers = { [K in Kind]: Opener<Of<K>> }
type Checks = { [K in Kind]: (source: Of<K>) => Promise<void> | void }

export interface SourcePorts {
  installation: Pick<Installation, 'cameraProgram' | 'sample'>
  clock: Clock
  log: Log
  /** The one way out of the workspace whose stations these are. */
  egress: EgressGate
  /** Path or name of ffmpeg. */
  ffmpeg?: string
}

/** Where ffmpeg is: named by whoever runs the box, or found by the system. */
export function ffmpegProgram(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.NABIJ_FFMPEG?.trim() || 'ffmpeg'
}

/** Where pictures come from, by kind of source: one more kind is one more line here. */
export function sourceOpener(ports: SourcePorts): Opener<StationSource> {
  const { installation, log, egress, ffmpeg = ffmpegProgram() } = ports
  const lines = triggerLines({ egress, log })
  /** By address: a station opens its camera anew after each loss. */
  const stood = new Map<string, Still>()
  const stillOf = (address: string): Still => {
    const still = stood.get(address) ?? stills()
    stood.set(address, still)
    return still
  }
  const openers: Openers = {
    // Whoever has a picture brings it.
    http: () => null,
    folder: ({ path }, known) => folderSource({ path, known, log }),
    camera: (source) => {
      // Not even a line for messages is made for an address that no camera can have.
      readCameraAddress(source.address)
      const waits = source.trigger.by === 'message'
      return videoCamera({
        source,
        ffmpeg,
        log,
        still: stillOf(source.address),
        onConnect: (host) => egress.note('camera (ffmpeg connects; its bytes are not counted)', host),
        ...(waits ? { triggers: lines.of(source) } : {}),
      })
    },
    simulator: (source) =>
      cameraSource({ program: installation.cameraProgram, sampleFolder: installation.sample, source, log }),
  }
  return (source, known) => (openers[source.kind] as Opener<StationSource>)(source, known)
}

const checks: Checks = {
  http: () => undefined,
  folder: ({ path }) => checkFolder(path),
  camera({ address, trigger }) {
    readCameraAddress(address)
    if (trigger.by === 'message' && trigger.mqtt) readBroker(trigger.mqtt.address)
  },
  simulator: () => undefined,
}

/**
 * Whether a station can be given this source at all, before it is made. A camera that is off passes; a folder that is
 * not there, or an address that no camera has, does not.
 * @throws NabijError NABIJ_FOLDER_GONE, NABIJ_FOLDER_FORBIDDEN, NABIJ_CAMERA_ADDRESS, NABIJ_OUTPUT_ADDRESS
 */
export async function checkSource(source: StationSource): Promise<void> {
  await (checks[source.kind] as (source: StationSource) => Promise<void> | void)(source)
}

/** The source as it may be shown: passwords in addresses are hidden. */
export function withoutPasswords(source: StationSource): StationSource {
  if (source.kind !== 'camera') return source
  const { trigger } = source
  const shown = { ...source, address: hidePassword(source.address) }
  if (trigger.by !== 'message' || !trigger.mqtt) return shown
  return { ...shown, trigger: { ...trigger, mqtt: { ...trigger.mqtt, address: hidePassword(trigger.mqtt.address) } } }
}

/** A changed source in which what was shown hidden, and left so, is what it was. */
export function withPasswords(changed: StationSource, stored: StationSource): StationSource {
  if (changed.kind !== 'camera' || stored.kind !== 'camera') return refuseHidden(changed)
  const known = new Map<string, string>()
  const remember = (address: string): Map<string, string> => known.set(hidePassword(address), address)
  remember(stored.address)
  if (stored.trigger.by === 'message' && stored.trigger.mqtt) remember(stored.trigger.mqtt.address)
  const whole = (address: string): string => known.get(address) ?? address
  const { trigger } = changed
  const source: StationSource = { ...changed, address: whole(changed.address) }
  if (trigger.by === 'message' && trigger.mqtt)
    source.trigger = { ...trigger, mqtt: { ...trigger.mqtt, address: whole(trigger.mqtt.address) } }
  return refuseHidden(source)
}

function refuseHidden(source: StationSource): StationSource {
  if (isHidden(JSON.stringify(source)))
    throw new NabijError('NABIJ_INVALID_INPUT', { where: 'source.address', rule: 'password' })
  return source
}
