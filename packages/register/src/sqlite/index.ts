export { isDatabase, openDatabase } from './database.ts'
export { selectFrom, type Table, tablesOf } from './table.ts'
