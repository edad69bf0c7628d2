export { checkModel } from './check-model.ts'
export { factChanges } from './fact-changes.ts'
export { needAChip } from './need-a-chip.ts'
export { withSizes } from './with-sizes.ts'
