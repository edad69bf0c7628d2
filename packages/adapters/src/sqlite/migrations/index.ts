import type { Migration } from 'kysely/migration'
import { firstTables } from './0001-first.ts'
import { inspectionTables } from './0002-inspection.ts'
import { accountTables } from './0003-accounts.ts'
import { broughtColumn } from './0004-brought.ts'
import { registerTables } from './0005-register.ts'
import { belongsColumn } from './0006-belongs.ts'
import { knowledgeTables } from './0007-knowledge.ts'
import { dropInTables } from './0008-drop-in.ts'
import { moveTables } from './0009-moves.ts'
import { modelTable } from './0010-models.ts'

/** The steps of the database, in order of their names. A step that was ever released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first': { up: firstTables },
  '0002-inspection': { up: inspectionTables },
  '0003-accounts': { up: accountTables },
  '0004-brought': { up: broughtColumn },
  '0005-register': { up: registerTables },
  '0006-belongs': { up: belongsColumn },
  '0007-knowledge': { up: knowledgeTables },
  '0008-drop-in': { up: dropInTables },
  '0009-moves': { up: moveTables },
  '0010-models': { up: modelTable },
}
