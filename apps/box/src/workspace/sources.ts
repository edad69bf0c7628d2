import { cameraSource } from '@nabij/adapters/camera'
import { folderSource } from '@nabij/adapters/folder'
import type { StationSource } from '@nabij/base'
import type { Clock, FrameSource, KnownPart } from '@nabij/stations'
import type { Installation } from '../installation.ts'
import type { Log } from '../supervisor/log.ts'

type Opener<Source> = (source: Source, known: KnownPart) => FrameSource | null
type Openers = { [K in StationSource['kind']]: Opener<Extract<StationSource, { kind: K }>> }

/** Where pictures come from, by kind of source: one more kind is one more line here. */
export function sourceOpener(ports: { installation: Installation; clock: Clock; log: Log }): Opener<StationSource> {
  const { installation, log } = ports
  const openers: Openers = {
    // Whoever has a picture brings it.
    http: () => null,
    folder: ({ path }, known) => folderSource({ path, known, log }),
    simulator: (source) =>
      cameraSource({ program: installation.cameraProgram, sampleFolder: installation.sample, source, log }),
  }
  return (source, known) => (openers[source.kind] as Opener<StationSource>)(source, known)
}
