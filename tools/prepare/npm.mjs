import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * Installs from the lock file and leaves the lock file as it was. Returns null, or what npm said when it failed.
 * `tools`: those for development too; `keep`: add to what is there (a wipe would pull files from under another
 * process, and Windows refuses to delete the node.exe that runs).
 */
export async function install(root, { tools, keep }) {
  const lockFile = join(root, 'package-lock.json')
  const lock = readFileSync(lockFile)
  const scope = tools ? '--include=dev' : '--omit=dev'
  const clean = ['ci', scope]
  const add = ['install', '--no-save', scope]
  let said = null
  // `npm ci` refuses a lock file that lacks an optional package of another platform; `npm install` does not mind.
  for (const words of keep ? [add, clean] : [clean, add]) {
    said = await npm(root, words)
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock)
    if (said === null) return null
  }
  return said
}

/** Runs npm with the node that runs npm already: `node` in PATH may be one that this install replaces. */
function npm(root, words) {
  const [program, ...first] = findNpm()
  const flags = [
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--no-progress',
    ...cacheFlag(root),
  ]
  return run(program, [...first, ...words, ...flags], root)
}

/** Runs a program quietly, and not longer than we run. Returns null when it went well, else what it said. */
export function run(program, words, cwd) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: program === 'npm.cmd' })
    const endIt = () => child.kill()
    process.once('exit', endIt)
    let said = ''
    const hear = (chunk) => {
      said += chunk
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => resolve(String(error)))
    child.once('close', () => process.off('exit', endIt))
    child.once('close', (code) => resolve(code === 0 ? null : said.trim() || `${basename(program)} ended with ${code}`))
  })
}

function findNpm() {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env
  if (script && basename(script).startsWith('npm-cli')) return [node, script]
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (existsSync(beside)) return [process.execPath, beside]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** A home that cannot be written (a service user, a read-only container) gets a cache inside the clone. */
function cacheFlag(root) {
  try {
    accessSync(homedir(), constants.W_OK)
    return []
  } catch {
    return ['--cache', join(root, 'tmp', 'npm-cache')]
  }
}
