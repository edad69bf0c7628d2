import type { FactField, KnowledgeState, KnowledgeUpdate, KnownLaw, OwnFact, OwnView } from '@nabij/base'
import type { FullVendor } from './register.ts'
import { sendFile } from './upload.ts'

export type Said = Pick<OwnFact, 'field' | 'value' | 'source' | 'day'>

export interface StatedOf {
  id: string
  name: string
  /** null: the pack in use does not know this vendor. */
  own: OwnView | null
}

/** The calls about what is known of vendors. Every call throws ApiError. */
export interface KnowledgeApi {
  knowledge(): Promise<KnowledgeState>
  laws(): Promise<KnownLaw[]>
  stated(): Promise<StatedOf[]>
  correct(vendorId: string, said: Said): Promise<FullVendor>
  uncorrect(vendorId: string, field: FactField): Promise<FullVendor>
  /** What a pack would change; nothing is kept. */
  previewKnowledge(file: File): Promise<KnowledgeUpdate>
  updateKnowledge(file: File): Promise<KnowledgeUpdate>
  undoKnowledge(): Promise<KnowledgeUpdate>
}

export function createKnowledgeApi(
  base: string,
  get: <T>(path: string) => Promise<T>,
  send: <T>(method: string, path: string, value?: object) => Promise<T>,
): KnowledgeApi {
  const facts = (id: string): string => `/knowledge/vendors/${encodeURIComponent(id)}/facts`
  const upload = (path: string, file: File): Promise<KnowledgeUpdate> =>
    sendFile(`${base}/knowledge/${path}`, file, 'application/octet-stream', () => undefined)
  return {
    knowledge: () => get('/knowledge'),
    laws: async () => (await get<{ laws: KnownLaw[] }>('/knowledge/laws')).laws,
    stated: async () => (await get<{ vendors: StatedOf[] }>('/knowledge/facts')).vendors,
    correct: (id, said) => send('POST', facts(id), said),
    uncorrect: (id, field) => send('DELETE', `${facts(id)}/${field}`),
    previewKnowledge: (file) => upload('preview', file),
    updateKnowledge: (file) => upload('update', file),
    undoKnowledge: () => send('DELETE', '/knowledge/update'),
  }
}
