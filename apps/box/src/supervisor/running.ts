import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Which box works on a data root: `<root>/running.json`, there as long as it runs. */
export interface Running {
  address: string
  pid: number
  /** Lets the command on this computer in; only the box's own user can read it. */
  key?: string
}

const file = (root: string) => join(root, 'running.json')

/** Whole or not at all: who reads it meanwhile sees no half file. */
export function writeRunning(root: string, running: Running): void {
  const fresh = `${file(root)}.${running.pid}`
  const handle = openSync(fresh, 'w', 0o600)
  writeSync(handle, `${JSON.stringify(running)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(fresh, file(root))
}

/** Only its own: another box may have started in the meantime. */
export function removeRunning(root: string, pid: number): void {
  if (readRunning(root)?.pid === pid) rmSync(file(root), { force: true })
}

/** What the file says, true or not: a box that was killed leaves it behind. */
export function readRunning(root: string): Running | null {
  try {
    const { address, pid, key } = JSON.parse(readFileSync(file(root), 'utf8')) as Partial<Running>
    if (typeof address !== 'string' || typeof pid !== 'number') return null
    return { address, pid, ...(typeof key === 'string' ? { key } : {}) }
  } catch {
    return null
  }
}

/** The box that works on this root, as far as its process is there; whether it answers is another question. */
export function runningBox(root: string): Running | null {
  const running = readRunning(root)
  return running && isAlive(running.pid) ? running : null
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a nabij answers there. */
export async function answers(address: string, path = '/healthz', patience = 3000): Promise<boolean> {
  try {
    return (await fetch(`${address}${path}`, { signal: AbortSignal.timeout(patience) })).ok
  } catch {
    return false
  }
}
