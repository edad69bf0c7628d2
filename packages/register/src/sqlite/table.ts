import { type Database } from './database.ts'
import { type Cell, rowsOf } from './rows.ts'

/** A table of a database, by its name: its root page and the names of its columns as they were declared. */
export interface Table {
  name: string
  root: number
  columns: string[]
}

/** The tables that a database declares. Views and virtual tables have no rows of their own and are left out. */
export function tablesOf(database: Database): Table[] {
  const tables: Table[] = []
  for (const [type, name, root, sql] of rowsOf(database, 1, [0, 1, 3, 4], () => {})) {
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || typeof sql !== 'string') continue
    if (root > 0 && tables.length < 1000) tables.push({ name, root, columns: columnsIn(sql) })
  }
  return tables
}

/** Rows of the columns asked for by name; a column that the table lacks is null in each. */
export function selectFrom(
  database: Database,
  table: Table,
  names: readonly string[],
  damaged: () => void,
): Generator<Cell[]> {
  return rowsOf(
    database,
    table.root,
    names.map((name) => table.columns.indexOf(name)),
    damaged,
  )
}

/** Names of the columns in a CREATE TABLE. */
function columnsIn(sql: string): string[] {
  const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'))
  const columns: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= inside.length && columns.length < 500; at += 1) {
    const letter = inside[at]
    if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if ((letter === ',' && depth === 0) || at === inside.length) {
      const name = /^\s*["'`[]?([\w]+)/.exec(inside.slice(start, at))?.[1]?.toLowerCase()
      if (name && !['constraint', 'primary', 'unique', 'check', 'foreign'].includes(name)) columns.push(name)
      start = at + 1
    }
  }
  return columns
}
