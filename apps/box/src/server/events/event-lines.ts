import { NabijError } from '@nabij/base'
import type { Workspace, Workspaces } from '../../workspace/workspace.ts'
import type { HttpLimits } from '../options.ts'
import { EventLine } from './event-line.ts'
import { streamOf } from './stream-of.ts'

/** All readers of events. */
export interface EventLines {
  /** A stream of server-sent text. @throws NabijError NABIJ_TOO_BUSY when too many are open. */
  open(workspace: Workspace, stationId: string | null, lastSeen: number | null): Promise<ReadableStream<Uint8Array>>
  /** Ends the readers whose workspace is not the one that answers any more; they connect again by themselves. */
  endStale(): Promise<void>
  endAll(): void
  count(): number
}

export function createEventLines(workspaces: Workspaces, limits: HttpLimits): EventLines {
  const open = new Map<EventLine, Workspace>()
  return {
    async open(workspace, stationId, lastSeen) {
      if (open.size >= limits.eventStreams) throw new NabijError('NABIJ_TOO_BUSY')
      const line = new EventLine({
        workspace,
        stationId,
        lastSeen,
        heartbeat: limits.heartbeat,
        stillThere: () => isCurrent(workspaces, workspace),
      })
      open.set(line, workspace)
      try {
        await line.open()
      } catch (error) {
        open.delete(line)
        throw error
      }
      return streamOf(line, limits.stuckReader, () => open.delete(line))
    },
    async endStale() {
      for (const [line, workspace] of open) if (!(await isCurrent(workspaces, workspace))) line.close()
    },
    endAll() {
      for (const line of open.keys()) line.close()
    },
    count: () => open.size,
  }
}

/** Asking for the sample is also what keeps it awake while somebody looks. */
async function isCurrent(workspaces: Workspaces, workspace: Workspace): Promise<boolean> {
  try {
    if (workspace.kind === 'own') return workspaces.own() === workspace
    return workspaces.sampleState() === 'awake' && (await workspaces.sample()) === workspace
  } catch {
    return false
  }
}
