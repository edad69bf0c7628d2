export { beginningOf } from './beginning.ts'
export { columnsOf, headerOf, placeOf, plainName } from './columns.ts'
