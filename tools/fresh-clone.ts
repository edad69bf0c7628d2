// `npm run fresh-clone`: what a stranger sees. Clones the last commit into an empty folder and runs the README's two
// commands in an empty home with an empty npm cache, once with each npm; prints how long they took.
// NABIJ_NODE_20: folder with the programs of a Node 20 (bin); without it the Node in PATH outside the clone is used.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { until } from '../tests/support/until.ts'

const root = join(import.meta.dirname, '..')
const system = process.env.NABIJ_NODE_20 ?? outsideClone(process.env.PATH ?? '')
const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['10.9.9', '11.19.1']
let failed = false

for (const version of versions) {
  const place = mkdtempSync(join(tmpdir(), 'nabij-fresh-'))
  try {
    await tryOut(version, place)
  } catch (error) {
    failed = true
    console.log(`npm ${version}: ${error instanceof Error ? error.message : String(error)}`)
  }
  rmSync(place, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0

async function tryOut(version: string, place: string): Promise<void> {
  const home = join(place, 'home')
  const clone = join(place, 'clone')
  mkdirSync(home)
  const npm = join(place, 'npm')
  execFileSync('npm', ['install', '--prefix', npm, `npm@${version}`, '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'ignore',
  })
  execFileSync('git', ['clone', '--quiet', root, clone])
  // Of the own home only npm's configuration is known (which registry); the cache is empty.
  const env = {
    PATH: [join(npm, 'node_modules', '.bin'), system].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    npm_config_userconfig: join(homedir(), '.npmrc'),
    npm_config_cache: join(home, 'cache'),
  }
  const node = execFileSync('node', ['--version'], { env }).toString().trim()
  console.log(`Node ${node}, npm ${execFileSync('npm', ['--version'], { env }).toString().trim()}`)
  const first = await start(clone, env)
  console.log(
    `  npm start, first:  page after ${first.page} s, verdict on the page after ${first.verdict} s, ${first.lines} lines`,
  )
  const later = await start(clone, env)
  console.log(`  npm start, later:  page after ${later.page} s, ${later.lines} lines`)
  const begin = performance.now()
  const { code, output } = await run('npm', ['test'], clone, env)
  console.log(`  npm test:          ${since(begin)} s, ended with ${code}: ${output.trim().split('\n').at(-1)}`)
  if (code !== 0) throw new Error(output.slice(-4000))
}

async function start(
  clone: string,
  env: Record<string, string>,
): Promise<{ page: string; verdict: string; lines: number }> {
  const begin = performance.now()
  const box = spawn('npm', ['start'], { cwd: clone, env, detached: true })
  const gone = new Promise((resolve) => box.once('close', resolve))
  let said = ''
  const hear = (chunk: Buffer): void => {
    said += chunk.toString()
  }
  box.stdout.on('data', hear)
  box.stderr.on('data', hear)
  try {
    const address = await until(
      () => /http:\/\/[\w.:[\]]+/.exec(said)?.[0],

      () => said,
    )
    await until(
      async () => (await fetch(address).catch(() => null))?.ok,
      () => said,
    )
    const page = since(begin)
    await fetch(`${address}/api/v1/sample`, { method: 'POST' })
    await until(
      async () => {
        const body = (await (await fetch(`${address}/sample/api/v1/stations`)).json()) as {
          stations?: { lastVerdict: unknown }[]
        }
        return body.stations?.find((station) => station.lastVerdict)
      },
      () => said,
    )
    return {
      page,
      verdict: since(begin),
      lines: said
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('>') && line.trim()).length,
    }
  } finally {
    if (box.pid) process.kill(-box.pid, 'SIGTERM')
    await gone
  }
}

function run(
  program: string,
  words: string[],
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', (code) => resolve({ code, output }))
  })
}

function since(begin: number): string {
  return ((performance.now() - begin) / 1000).toFixed(1)
}

function outsideClone(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
}
