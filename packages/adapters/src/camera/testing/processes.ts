import { fileURLToPath } from 'node:url'

export const fixtureCamera = fileURLToPath(new URL('./fixture-camera.ts', import.meta.url))
export const fixtureParent = fileURLToPath(new URL('./fixture-parent.ts', import.meta.url))

/** Waits for a condition; the test's own time-out is the limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
