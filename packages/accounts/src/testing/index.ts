export { memoryStore } from './memory-store.ts'
export { plainPasswords } from './plain-passwords.ts'
