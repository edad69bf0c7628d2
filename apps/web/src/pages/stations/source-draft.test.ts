import { StationSource } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { draftOf, emptyDraft, faultIn, sourceOf } from './source-draft.ts'

describe('a source that is filled in', () => {
  it.each([
    { kind: 'http' },
    { kind: 'folder', path: '/data/photos' },
    { kind: 'camera', address: 'rtsp://10.0.0.4/main', perSecond: 2, trigger: { by: 'time' } },
    {
      kind: 'camera',
      address: '/dev/video0',
      perSecond: 5,
      trigger: { by: 'message', mqtt: { address: 'mqtt://10.0.0.2', topic: 'line/part' } },
    },
    { kind: 'camera', address: '/dev/video0', perSecond: 5, trigger: { by: 'message', mqtt: null } },
  ] as StationSource[])('comes back as it was: $kind', (source) => {
    const draft = draftOf(source)
    expect(faultIn(draft)).toBeNull()
    expect(StationSource.parse(sourceOf(draft))).toEqual(source)
  })

  it.each([
    [{ kind: 'folder', path: ' ' }, 'pathMissing'],
    [{ kind: 'folder', path: 'photos' }, 'pathPart'],
    [{ kind: 'folder', path: 'D:\\photos' }, null],
    [{ kind: 'camera' }, 'addressMissing'],
    [{ kind: 'camera', address: 'rtsp://x', waits: true, broker: 'mqtt://y' }, 'topicMissing'],
    [{ kind: 'camera', address: 'rtsp://x', broker: 'mqtt://y' }, null],
  ] as const)('%j: %s', (part, fault) => {
    expect(faultIn({ ...emptyDraft, ...part })).toBe(fault)
  })
})
