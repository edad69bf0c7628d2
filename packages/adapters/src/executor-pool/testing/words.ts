import { fileURLToPath } from 'node:url'

export const fixtureProgram = fileURLToPath(new URL('./fixture-program.ts', import.meta.url))

/** The "picture" that tells the fixture how to behave. */
export function word(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
