import { cameraSource } from '@nabij/adapters/camera'
import { folderSource } from '@nabij/adapters/folder'
import type { StationSource } from '@nabij/base'
import type { Clock, FrameSource } from '@nabij/stations'
import type { Installation } from '../installation.ts'
import type { Log } from '../supervisor/log.ts'

type Openers = { [K in StationSource['kind']]: (source: Extract<StationSource, { kind: K }>) => FrameSource | null }

/** Where pictures come from, by kind of source: one more kind is one more line here. */
export function sourceOpener(ports: {
  installation: Installation
  clock: Clock
  log: Log
}): (source: StationSource) => FrameSource | null {
  const { installation, log } = ports
  const openers: Openers = {
    // Whoever has a picture brings it.
    http: () => null,
    folder: ({ path }) => folderSource({ path, log }),
    simulator: (source) =>
      cameraSource({ program: installation.cameraProgram, sampleFolder: installation.sample, source, log }),
  }
  return (source) => (openers[source.kind] as (source: StationSource) => FrameSource | null)(source)
}
