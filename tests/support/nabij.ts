import { type ChildProcess, spawn } from 'node:child_process'

export const shim = new URL('../../apps/box/bin/nabij.js', import.meta.url).pathname

/** How one run of the command ended. */
export interface Outcome {
  code: number | null
  out: string
  err: string
  /** stdout as JSON. */
  json<T>(): T
  /** stdout as JSON, line by line. */
  lines<T>(): T[]
}

/** Runs `nabij WORDS` to its end, as a script would: no terminal anywhere. */
export async function nabij(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return ended(
    spawn(process.execPath, [shim, ...words], {
      env: { ...process.env, LANG: 'C', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** Everything that a process said until it ended. */
export function ended(child: ChildProcess): Promise<Outcome> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const lines = () => out.trim().split('\n')
      resolve({
        code,
        out,
        err,
        json: <T>() => JSON.parse(out) as T,
        lines: <T>() => lines().map((line) => JSON.parse(line) as T),
      })
    })
  })
}
