import { NabijError } from '@nabij/base'
import type { WorkspaceKind } from '../../workspace/workspace.ts'
import { addAccounts } from '../accounts/index.ts'
import type { Middleware } from '../context.ts'
import { addBackups } from './backups.ts'
import { addChips } from './chips.ts'
import { addDownloads } from './downloads.ts'
import { addDropIn } from './drop-in.ts'
import { addEconomics } from './economics.ts'
import { addEvents } from './events.ts'
import { addFeedback } from './feedback.ts'
import { addFrames } from './frames.ts'
import { addJobs } from './jobs.ts'
import { addModels } from './models.ts'
import { addMoves } from './moves.ts'
import { addOutputs } from './outputs.ts'
import { addPhotos } from './photos.ts'
import { addProducts } from './products.ts'
import { addRecipes } from './recipes.ts'
import { addRegisterRoutes } from './register/index.ts'
import { createRouter, type Router } from './router.ts'
import { addSample } from './sample.ts'
import { addStations } from './stations.ts'
import { addStatus } from './status.ts'
import { addVerdicts } from './verdicts.ts'
import { addWork } from './work.ts'

/** Everything under `/api/v1` of a workspace; backups and the sample itself belong to the own one only. */
export function workspaceRoutes(kind: WorkspaceKind): Router {
  const router = createRouter()
  router.use(enter(kind))
  const both = [
    addStations,
    addWork,
    addProducts,
    addPhotos,
    addRecipes,
    addFrames,
    addDownloads,
    addVerdicts,
    addFeedback,
    addOutputs,
    addRegisterRoutes,
    addEconomics,
    addChips,
    addMoves,
    addEvents,
    addJobs,
    addStatus,
  ]
  for (const add of kind === 'own' ? [...both, addModels, addDropIn, addBackups, addSample, addAccounts] : both)
    add(router)
  return router
}

/** Asking for anything of the sample wakes it; only the button makes it. */
function enter(kind: WorkspaceKind): Middleware {
  return async (c, next) => {
    const { workspaces, metrics } = c.get('hall')
    if (kind === 'sample' && workspaces.sampleState() === 'absent') throw new NabijError('NABIJ_SAMPLE_ABSENT')
    const workspace = kind === 'own' ? workspaces.own() : await workspaces.sample()
    metrics.watch(workspace)
    c.set('workspace', workspace)
    await next()
  }
}
