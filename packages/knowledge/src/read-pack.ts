import { KnowledgePack, NabijError } from '@nabij/base'

/** @throws NabijError NABIJ_KNOWLEDGE_DAMAGED when it is no pack, saying where. */
export function readPack(json: string): KnowledgePack {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    throw new NabijError('NABIJ_KNOWLEDGE_DAMAGED', { reason: 'no JSON' }, error)
  }
  const result = KnowledgePack.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  throw new NabijError('NABIJ_KNOWLEDGE_DAMAGED', { reason }, result.error)
}
