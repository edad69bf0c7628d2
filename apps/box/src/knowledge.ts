import { readFileSync } from 'node:fs'
import { type KnowledgePack, NabijError } from '@nabij/base'
import { type KnowledgeIndex, knowledgeIndex, readPack } from '@nabij/knowledge'

/** What is known of vendors, as it came with this nabij. @throws NabijError NABIJ_KNOWLEDGE_DAMAGED */
export function loadKnowledge(path: string): { pack: KnowledgePack; index: KnowledgeIndex } {
  try {
    const pack = readPack(readFileSync(path, 'utf8'))
    return { pack, index: knowledgeIndex(pack) }
  } catch (error) {
    if (error instanceof NabijError) throw error
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error)
    throw new NabijError('NABIJ_KNOWLEDGE_DAMAGED', { reason }, error)
  }
}
