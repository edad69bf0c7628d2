import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

const shim = new URL('../../apps/box/bin/nabij.js', import.meta.url).pathname

/** The real box as a user starts it: a process of its own, on a free port. */
export interface RunningBox {
  root: string
  address: string
  /** Process id of the server itself (the shim in front of it has another). */
  pid: number
  output(): string
  stop(): Promise<number | null>
  /** SIGKILL to the server; resolves when it is gone. */
  kill(): Promise<void>
}

/** A temporary data root, removed by the returned function. */
export function temporaryRoot(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'nabij-test-'))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Starts the box and waits until it says that it is ready. `before` are words in front of the command (`unshare -n …`). */
export async function startBox(
  root: string,
  options: { env?: NodeJS.ProcessEnv; before?: string[] } = {},
): Promise<RunningBox> {
  const [program, ...rest] = [...(options.before ?? []), process.execPath, shim, 'start', '--data', root, '--port', '0']
  const child = spawn(program, rest, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const { address, pid } = await ready(root, child, () => output)
  return {
    root,
    address,
    pid,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      return gone
    },
    async kill() {
      process.kill(pid, 'SIGKILL')
      await gone
    },
  }
}

function ready(root: string, child: ChildProcess, output: () => string): Promise<{ address: string; pid: number }> {
  const why = (): string => `the box is not ready: ${output()}`
  return until(async () => {
    if (child.exitCode !== null) throw new Error(`the box ended with ${child.exitCode}: ${output()}`)
    const running = readRunning(root)
    return running && alive(running.pid) && (await answers(`${running.address}/readyz`)) ? running : null
  }, why)
}

function readRunning(root: string): { address: string; pid: number } | null {
  try {
    return JSON.parse(readFileSync(join(root, 'running.json'), 'utf8'))
  } catch {
    return null
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
