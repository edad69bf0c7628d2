export { beginningOf } from './beginning.ts'
export { columnsOf, headerOf, type PickedRow, placeOf, plainName } from './columns.ts'
