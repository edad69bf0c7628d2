import { createContext, useContext } from 'react'
import { type Api, createApi } from '../api/client.ts'

/** The data folder that this page shows: the company's own, or the sample company's. */
export interface Workspace {
  kind: 'own' | 'sample'
  /** Where its pages start: '' or '/sample'. */
  base: string
  api: Api
}

/** Which workspace an address belongs to. */
export function workspaceAt(pathname: string): Workspace {
  const sample = pathname === '/sample' || pathname.startsWith('/sample/')
  const base = sample ? '/sample' : ''
  return { kind: sample ? 'sample' : 'own', base, api: createApi(`${base}/api/v1`) }
}

/** The calls that only the company's own workspace answers: backups, and the sample as a whole. */
export const ownApi = createApi('/api/v1')
export const sampleApi = createApi('/sample/api/v1')

export const WorkspaceContext = createContext<Workspace | null>(null)

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('outside a workspace')
  return workspace
}

export function useApi(): Api {
  return useWorkspace().api
}
