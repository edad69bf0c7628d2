import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const fixtureProgram = fileURLToPath(new URL('./fixture-program.ts', import.meta.url))

/** The "picture" that tells the fixture how to behave. */
export function word(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits for a condition; the test's own time limit ends it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10)
}
