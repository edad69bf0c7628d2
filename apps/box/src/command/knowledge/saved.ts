import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NabijError, type OwnFact } from '@nabij/base'
import { type Loaded, loadKnowledge, packsAbove } from '../../knowledge.ts'
import type { Call } from '../verb.ts'

/** The pack that goes on this computer, and what people stated themselves, whether a box runs or not. */
export interface Saved {
  path: string
  facts: readonly OwnFact[]
}

/** Without a data folder, or with one that cannot be read, it is the pack that came with nabij. */
export async function savedKnowledgeOf({ root, installation, terminal, say }: Call): Promise<Saved> {
  const shipped = installation.knowledge
  const folder = join(root, 'own')
  const database = join(folder, 'nabij.sqlite')
  if (!existsSync(database)) return { path: shipped, facts: [] }
  try {
    const { savedKnowledge } = await import('@nabij/adapters/sqlite')
    const { facts, packs } = savedKnowledge(database)
    const paths = packsAbove(shipped, packs).map(({ sha256 }) => join(folder, 'blobs', sha256.slice(0, 2), sha256))
    return { path: paths.find((path) => existsSync(path)) ?? shipped, facts }
  } catch (error) {
    if (error instanceof NabijError) throw error
    terminal.tell(
      say(
        'Je gegevensmap is niet te lezen; de kennis die met nabij meekwam, wordt gebruikt.',
        'Your data folder cannot be read; the knowledge that came with nabij is used.',
      ),
    )
    return { path: shipped, facts: [] }
  }
}

export async function knowledgeOf(call: Call): Promise<Loaded> {
  const { path, facts } = await savedKnowledgeOf(call)
  return loadKnowledge(path, facts)
}
