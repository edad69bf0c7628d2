export { createApp } from './app.ts'
export { apiDocument } from './docs/api-document.ts'
export { errorDocuments } from './docs/error-document.ts'
export { listen } from './listen.ts'
