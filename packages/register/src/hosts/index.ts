export { hostOf, siteOf, siteOfAddress } from './address.ts'
export { siteTally } from './site-tally.ts'
