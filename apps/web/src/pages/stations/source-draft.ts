import type { StationSource } from '@nabij/base'

/** Where pictures may come from, in the order in which they are offered. */
export const sourceKinds = ['http', 'camera', 'folder', 'simulator'] as const satisfies readonly StationSource['kind'][]

/** What a simulated line may show, in the order in which it is offered. */
export const scenes = ['biscuits', 'loose-biscuits'] as const

/** A source as it is being filled in; what belongs to another kind is kept, should one come back to it. */
export interface SourceDraft {
  kind: StationSource['kind']
  path: string
  address: string
  perSecond: number
  waits: boolean
  broker: string
  topic: string
  scene: (typeof scenes)[number]
}

export const emptyDraft: SourceDraft = {
  kind: 'http',
  path: '',
  address: '',
  perSecond: 2,
  waits: false,
  broker: '',
  topic: '',
  scene: 'biscuits',
}

export function draftOf(source: StationSource): SourceDraft {
  if (source.kind === 'folder') return { ...emptyDraft, kind: 'folder', path: source.path }
  if (source.kind !== 'camera') return { ...emptyDraft, kind: source.kind }
  const { address, perSecond, trigger } = source
  const mqtt = trigger.by === 'message' ? trigger.mqtt : null
  return {
    ...emptyDraft,
    kind: 'camera',
    address,
    perSecond,
    waits: trigger.by === 'message',
    broker: mqtt?.address ?? '',
    topic: mqtt?.topic ?? '',
  }
}

export type SourceFault = 'pathMissing' | 'pathPart' | 'addressMissing' | 'topicMissing'

/** What is wrong with a source as it was typed; the box knows folders from their root on. */
export function faultIn({ kind, path, address, waits, broker, topic }: SourceDraft): SourceFault | null {
  if (kind === 'folder') {
    if (path.trim() === '') return 'pathMissing'
    return /^(\/|[a-z]:[\\/]|\\\\)/i.test(path.trim()) ? null : 'pathPart'
  }
  if (kind !== 'camera') return null
  if (address.trim() === '') return 'addressMissing'
  return waits && broker.trim() !== '' && topic.trim() === '' ? 'topicMissing' : null
}

/** The source that was filled in; ask `faultIn` first. */
export function sourceOf({ kind, path, address, perSecond, waits, broker, topic, scene }: SourceDraft): StationSource {
  if (kind === 'http') return { kind }
  if (kind === 'folder') return { kind, path: path.trim() }
  if (kind === 'camera') {
    const mqtt = broker.trim() === '' ? null : { address: broker.trim(), topic: topic.trim() }
    return { kind, address: address.trim(), perSecond, trigger: waits ? { by: 'message', mqtt } : { by: 'time' } }
  }
  const seed = Math.floor(Math.random() * 1_000_000)
  return { kind, scene, seed, perSecond: 2, defectRate: 0.1 }
}
