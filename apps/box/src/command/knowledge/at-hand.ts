import { createReadStream } from 'node:fs'
import type { FactField, KnowledgeUpdate, OwnView, Vendor } from '@nabij/base'
import { parsed } from '../../workspace/register/json.ts'
import { runningClient } from '../box-client.ts'
import { withDesk } from '../register/at-hand.ts'
import type { Call } from '../verb.ts'

export type KnownVendor = Vendor & { own: OwnView | null }

/** What the commands change of the knowledge, in the box that runs or in the data folder itself. */
export interface KnowledgeAtHand {
  correct(id: string, said: { field: FactField; value: string; source: string; day?: string }): Promise<KnownVendor>
  uncorrect(id: string, field: FactField): Promise<KnownVendor>
  update(path: string, isPreview: boolean): Promise<KnowledgeUpdate>
  undo(): Promise<KnowledgeUpdate>
}

export async function withKnowledge<T>(call: Call, work: (knowledge: KnowledgeAtHand) => Promise<T>): Promise<T> {
  const client = runningClient(call)
  const bytesOf = (path: string) => createReadStream(path) as AsyncIterable<Uint8Array>
  if (client) {
    const of = (id: string) => `/knowledge/vendors/${encodeURIComponent(id)}/facts`
    return work({
      correct: (id, said) => client.send('POST', of(id), said),
      uncorrect: (id, field) => client.send('DELETE', `${of(id)}/${field}`),
      update: (path, isPreview) => client.upload(`/knowledge/${isPreview ? 'preview' : 'update'}`, bytesOf(path)),
      undo: () => client.send('DELETE', '/knowledge/update'),
    })
  }
  return withDesk(call, (desk) =>
    work({
      correct: async (id, said) => parsed<KnownVendor>(await desk.correct(id, said)),
      uncorrect: async (id, field) => parsed<KnownVendor>(await desk.uncorrect(id, field)),
      update: (path, preview) => desk.updateKnowledge(bytesOf(path), { preview, signal: call.signal }),
      undo: () => desk.undoKnowledge(),
    }),
  )
}
