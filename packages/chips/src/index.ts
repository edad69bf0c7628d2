export { checkModel } from './check-model.ts'
export { withSizes } from './with-sizes.ts'
