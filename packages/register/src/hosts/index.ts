export { hostOf, type Site, siteOf, siteOfAddress } from './address.ts'
export { type SiteTally, siteTally } from './site-tally.ts'
