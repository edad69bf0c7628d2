export { checkDatabase, copyDatabase, type DatabaseCopy } from './copy-database.ts'
export type { RegisterStore } from './register-store.ts'
export { type SavedKnowledge, savedKnowledge } from './saved-knowledge.ts'
export { type EgressStore, openStores, type Stores, type StoresOptions } from './stores.ts'
