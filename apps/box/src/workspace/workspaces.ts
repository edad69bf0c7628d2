import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError, newId, type SampleState } from '@nabij/base'
import type { Clock, Timer } from '@nabij/stations'
import type { Log } from '../supervisor/log.ts'
import type { OpenWorkspace, Outside } from './open-workspace.ts'
import { createSleeper } from './sleeper.ts'
import { finishInterruptedSwap, pruneKept, replaceFolder, unpackedName } from './swap.ts'
import type { EgressReader, Workspace, WorkspaceKind, Workspaces } from './workspace.ts'

export interface WorkspacesPorts {
  root: string
  clock: Clock
  timer: Timer
  log: Log
  /** Opens a data folder (made when it is not there) and starts its stations. */
  open(kind: WorkspaceKind, folder: string, outside: Outside): Promise<OpenWorkspace>
  /** Checks a backup and unpacks it in a new folder. */
  unpack(archive: AsyncIterable<Uint8Array>, folder: string): Promise<unknown>
  /** Makes the sample's stations and teaches them, and fills its register, as far as that is not done. */
  furnish(sample: Workspace): Promise<void>
}

/** How long the sample goes on after the last time that somebody asked for it. */
const idle = 5 * 60_000

/** The own workspace, opened, and the sample, asleep. */
export async function openWorkspaces(ports: WorkspacesPorts): Promise<Workspaces> {
  const { root, clock, timer, log } = ports
  const ownFolder = join(root, 'own')
  const sampleFolder = join(root, 'sample')
  await finishInterruptedSwap(ownFolder)
  let sampleIsThere = await isFolder(sampleFolder)
  let own = await ports.open('own', ownFolder, { sampleState })
  let restoring = false
  let deleting: Promise<void> = Promise.resolve()
  let stopped = false

  /** There is one book of what left this device, and it is in the own workspace. */
  const egress: EgressReader = { list: (limit) => own.egress.list(limit), total: () => own.egress.total() }

  const sample = createSleeper<OpenWorkspace>({
    timer,
    idle,
    async open() {
      await deleting
      const workspace = await ports.open('sample', sampleFolder, { sampleState, egress })
      sampleIsThere = true
      // Not waited for: the pictures are there at once, the verdicts when it has learnt.
      ports.furnish(workspace).catch((error) => log('warn', 'sample not complete', { error }))
      return workspace
    },
    close: (workspace) => workspace.stop(),
  })

  function sampleState(): SampleState {
    const state = sample.state()
    return state === 'asleep' && !sampleIsThere ? 'absent' : state
  }

  async function restore(archive: AsyncIterable<Uint8Array>): Promise<void> {
    if (restoring || stopped) throw new NabijError('NABIJ_STOPPING')
    restoring = true
    try {
      const fresh = join(root, unpackedName(newId()))
      try {
        await ports.unpack(archive, fresh)
        await own.stop()
        await replaceFolder(ownFolder, fresh, clock(), async () => {
          own = await ports.open('own', ownFolder, { sampleState })
        })
        // Restored is restored: what cannot be cleared away now goes after the next one.
        await pruneKept(ownFolder).catch((error) => log('warn', 'old folder not removed', { error }))
      } finally {
        await rm(fresh, { recursive: true, force: true })
      }
    } finally {
      restoring = false
    }
  }

  return {
    own: () => own,
    async sample() {
      if (stopped) throw new NabijError('NABIJ_STOPPING')
      return sample.wake()
    },
    sampleState,
    async deleteSample() {
      // Who asks for the sample meanwhile gets a new one, after the old one has gone.
      const work = Promise.all([deleting, sample.sleep()]).then(() =>
        rm(sampleFolder, { recursive: true, force: true }),
      )
      deleting = work.catch(() => undefined)
      await work
      sampleIsThere = sample.state() !== 'asleep'
    },
    restore,
    async stop() {
      stopped = true
      await Promise.all([own.stop(), sample.sleep()])
    },
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
