import { fileURLToPath } from 'node:url'

export const fixtureReader = fileURLToPath(new URL('./fixture-reader.ts', import.meta.url))
