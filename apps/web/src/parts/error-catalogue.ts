// By its own door: the front one brings the shapes along, and with them what checks them.
export { errorCatalogue } from '@nabij/base/errors'
