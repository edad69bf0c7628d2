export { errorCatalogue } from '@nabij/base'
