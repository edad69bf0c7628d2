import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'

/**
 * A Python environment with what the peer asks for, made once for each list of requirements (some gigabytes, minutes).
 * @returns path of its Python
 * @throws NabijError NABIJ_COMMAND_USE when there is no Python, or the registry cannot be reached
 */
export async function pythonEnv(requirements: string, cache: string, signal: AbortSignal): Promise<string> {
  const folder = join(cache, `peer-${hash('sha256', await readFile(requirements)).slice(0, 12)}`)
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  const ready = join(folder, 'ready')
  if (existsSync(ready)) return python
  await rm(folder, { recursive: true, force: true })
  await mkdir(cache, { recursive: true })
  await run('python3', ['-m', 'venv', folder], signal)
  await run(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements], signal)
  await writeFile(ready, '')
  return python
}

function run(program: string, args: string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], signal })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
    })
    const fail = (reason: string, cause?: unknown) =>
      reject(new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'bench/README.md' }, cause))
    child.on('error', (error) => fail(`${program}: ${error.message}`, error))
    child.on('close', (code) => (code === 0 ? resolve() : fail(`${program} ${args.slice(0, 3).join(' ')}: ${said}`)))
  })
}
