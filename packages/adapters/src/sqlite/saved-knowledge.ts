import { DatabaseSync } from 'node:sqlite'
import { OwnFact, PackInUse } from '@nabij/base'
import { z } from 'zod'

/** What a data folder keeps about knowledge. */
export interface SavedKnowledge {
  facts: OwnFact[]
  /** Packs that were put in use, the last one first. */
  packs: PackInUse[]
}

/**
 * Reads it in the thread that calls, also while a box works with the database: for commands that need nothing else of it.
 * A database from before there was such a thing has none.
 */
export function savedKnowledge(path: string): SavedKnowledge {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  try {
    const tables = database.prepare("select name from sqlite_master where name in ('own_fact', 'knowledge_pack')").all()
    if (tables.length < 2) return { facts: [], packs: [] }
    const facts = database.prepare('select body from own_fact order by vendor_id, field').all()
    const packs = database
      .prepare(
        'select sha256, version, made, vendors, installed_at as installedAt from knowledge_pack order by seq desc',
      )
      .all()
    return {
      facts: facts.map(({ body }) => OwnFact.parse(JSON.parse(String(body)))),
      packs: z.array(PackInUse).parse(packs.map((row) => ({ ...row }))),
    }
  } finally {
    database.close()
  }
}
