import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const requirements = new URL('python/requirements.txt', import.meta.url).pathname
const folder = new URL('.venv/', import.meta.url).pathname
const windows = process.platform === 'win32'
/** The last botocore that came with Lookout for Vision: its model is all that is taken from it. */
const lastWithLookout = '1.40.60'

export interface PythonEnv {
  python: string
  /** For AWS_DATA_PATH: the model that boto3 came with until October 2025. */
  models: string
}

/**
 * Python's official clients in an environment of their own, made once for each list of requirements.
 * @returns a reason in words when there is none
 */
export async function pythonEnv(): Promise<PythonEnv | string> {
  const env = { python: join(folder, windows ? 'Scripts/python.exe' : 'bin/python'), models: join(folder, 'models') }
  const ready = join(folder, 'ready')
  const list = createHash('sha256').update(readFileSync(requirements)).update(lastWithLookout).digest('hex')
  if (existsSync(ready) && readFileSync(ready, 'utf8') === list) return env
  const system = await firstThatRuns(windows ? ['py', 'python'] : ['python3', 'python'])
  if (system === null) return 'there is no Python 3.10 or newer'
  const pip = (...words: string[]) => run(env.python, ['-m', 'pip', '--quiet', '--disable-pip-version-check', ...words])
  try {
    rmSync(folder, { recursive: true, force: true })
    await run(system, ['-m', 'venv', folder])
    await pip('install', '-r', requirements)
    const old = join(folder, 'old')
    await pip('install', '--no-deps', '--target', old, `botocore==${lastWithLookout}`)
    cpSync(join(old, 'botocore', 'data', 'lookoutvision'), join(env.models, 'lookoutvision'), { recursive: true })
    rmSync(old, { recursive: true, force: true })
    writeFileSync(ready, list)
    return env
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    return `its environment could not be made: ${stderr.trim().split('\n').at(-1) || String(error)}`
  }
}

async function firstThatRuns(names: string[]): Promise<string | null> {
  const question = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'
  for (const name of names) {
    const runs = await run(name, ['-c', question]).then(
      () => true,
      () => false,
    )
    if (runs) return name
  }
  return null
}
