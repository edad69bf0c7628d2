import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { simulatedPhotos } from '@nabij/adapters/camera'
import type { StationConfig } from '@nabij/base'
import type { Installation } from '../installation.ts'

/** A station of the sample company, and the good photos that it learns from. */
export interface SampleStation {
  config: StationConfig
  photos(): Promise<{ picture: Uint8Array; name: string }[]>
}

/** The stations of the sample workspace, in the order in which they are made. */
export function sampleStations({ cameraProgram, sample }: Installation): SampleStation[] {
  const biscuits = { kind: 'simulator', scene: 'biscuits', seed: 7, perSecond: 1, defectRate: 0.15 } as const
  const cookies = { kind: 'simulator', scene: 'cookie-photos', seed: 7, perSecond: 0.5, defectRate: 0.2 } as const
  return [
    {
      config: { name: 'Biscuits', source: biscuits },
      async photos() {
        // Another seed: the line does not show the very pictures that it learnt.
        const source = { ...biscuits, seed: 1, defectRate: 0 }
        const photos = await simulatedPhotos({ program: cameraProgram, source, count: 60 })
        return photos.map(({ picture }, index) => ({ picture, name: `biscuit-${index + 1}.jpg` }))
      },
    },
    {
      config: { name: 'Cookies', source: cookies },
      async photos() {
        const list = JSON.parse(await readFile(join(sample, 'photos.json'), 'utf8')) as { teach: { file: string }[] }
        return Promise.all(
          list.teach.map(async ({ file }) => ({ picture: await readFile(join(sample, basename(file))), name: file })),
        )
      },
    },
  ]
}
