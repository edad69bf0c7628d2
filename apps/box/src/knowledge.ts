import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type KnowledgePack, NabijError, type OwnFact, type PackInUse } from '@nabij/base'
import { isNewer, type KnowledgeIndex, knowledgeIndex, readPack } from '@nabij/knowledge'

export interface Loaded {
  pack: KnowledgePack
  index: KnowledgeIndex
  /** Of the file as it lies there. */
  sha256: string
}

/**
 * What is known of vendors, with what people stated themselves in front.
 * @throws NabijError NABIJ_KNOWLEDGE_DAMAGED
 */
export function loadKnowledge(path: string, own: readonly OwnFact[] = []): Loaded {
  try {
    const bytes = readFileSync(path)
    const pack = readPack(bytes.toString('utf8'))
    return { pack, index: knowledgeIndex(pack, own), sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    if (error instanceof NabijError) throw error
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error)
    throw new NabijError('NABIJ_KNOWLEDGE_DAMAGED', { reason }, error)
  }
}

/**
 * Of the packs that were put in use (the last one first) those that go before the one that came with nabij: a newer
 * nabij may bring newer knowledge than the last update did.
 */
export function packsAbove(shipped: string, packs: readonly PackInUse[]): PackInUse[] {
  if (packs.length === 0) return []
  const { version } = readPack(readFileSync(shipped, 'utf8'))
  return packs.filter((pack) => isNewer(pack.version, version))
}
