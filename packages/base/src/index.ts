export {
  type Amount,
  amountOf,
  amountText,
  divided,
  fromMinorUnits,
  minorUnits,
  multiplied,
  oneWhole,
} from './amount.ts'
export { yearlyCost } from './cost.ts'
export { countryText } from './country.ts'
export { dayText } from './day.ts'
export { type ErrorCode, errorCatalogue } from './errors/catalogue.ts'
export { type ErrorEntry, type ErrorText, fillIn } from './errors/entry.ts'
export { asNabijError, NabijError } from './errors/nabij-error.ts'
export { toProblem } from './errors/problem.ts'
export { newId } from './id.ts'
export { latestClaims, type Said } from './latest-claims.ts'
export * from './shapes/index.ts'
export { tierFault } from './tier-fault.ts'
