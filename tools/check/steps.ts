import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a step found: nothing, or what has to be changed. Notes do not fail it. */
export interface Finding {
  faults: string[]
  notes?: string[]
}

/** Runs a program of an installed package with this Node; its output is the fault when it fails. */
export async function tool(
  root: string,
  name: string,
  words: string[],
  program = name.split('/').pop() ?? name,
): Promise<Finding> {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : bin[program]
  if (!script) throw new Error(`${name} has no program ${program}`)
  return node(root, [join(folder, script), ...words])
}

/** Runs a script with this Node; its output is the fault when it fails. */
export function node(root: string, words: string[]): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => resolve({ faults: code === 0 ? [] : [said.trim()] }))
  })
}

/** The same with the output passed on, for what people want to watch. */
export function watched(root: string, words: string[]): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' })
    child.once('error', reject)
    child.once('close', (code) => resolve({ faults: code === 0 ? [] : [`ended with ${code}`] }))
  })
}
