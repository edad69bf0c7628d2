import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { normalPackageUrl } from '@nabij/register'

const cdxgenVersion = '12.8.4'
const syftVersion = 'v1.57.1'

/** A program that lists what a tree depends on. */
export interface TreePeer {
  name: string
  program: string
  args(tree: string, out: string): string[]
}

/** Where a peer could not be had, why. */
export interface MissingPeer {
  name: string
  missing: string
}

/** Fetches the peers once into a folder of their own: cdxgen from npm, syft built by Go. */
export async function treePeers(cache: string, signal: AbortSignal): Promise<(TreePeer | MissingPeer)[]> {
  return [...(await cdxgen(cache, signal)), await syft(cache, signal)]
}

async function cdxgen(cache: string, signal: AbortSignal): Promise<(TreePeer | MissingPeer)[]> {
  const folder = join(cache, `peer-cdxgen-${cdxgenVersion}`)
  const main = join(folder, 'node_modules/@cyclonedx/cdxgen/bin/cdxgen.js')
  const name = `cdxgen ${cdxgenVersion}`
  if (!existsSync(main)) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'package.json'), '{"private":true}\n')
    const install = [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--omit=optional',
      `@cyclonedx/cdxgen@${cdxgenVersion}`,
    ]
    const failed = await run('npm', install, { cwd: folder, signal })
    if (failed !== null) return [{ name, missing: failed }]
  }
  const args = (more: string[]) => (tree: string, out: string) => [
    main,
    '-r',
    '--no-install-deps',
    '--no-validate',
    ...more,
    '-o',
    out,
    tree,
  ]
  return [
    { name: `${name} --no-babel`, program: process.execPath, args: args(['--no-babel']) },
    { name, program: process.execPath, args: args([]) },
  ]
}

async function syft(cache: string, signal: AbortSignal): Promise<TreePeer | MissingPeer> {
  const folder = join(cache, `peer-syft-${syftVersion}`)
  const program = join(folder, process.platform === 'win32' ? 'syft.exe' : 'syft')
  const name = `syft ${syftVersion.slice(1)}`
  if (!existsSync(program)) {
    await mkdir(folder, { recursive: true })
    const env = { ...process.env, GOBIN: folder }
    const failed = await run('go', ['install', `github.com/anchore/syft/cmd/syft@${syftVersion}`], {
      cwd: folder,
      env,
      signal,
    })
    if (failed !== null) return { name, missing: failed }
  }
  return { name, program, args: (tree, out) => ['scan', `dir:${tree}`, '-q', '-o', `cyclonedx-json=${out}`] }
}

/** @returns milliseconds and the packages that it lists, each once, without version */
export async function runPeer(
  peer: TreePeer,
  tree: string,
  out: string,
  signal: AbortSignal,
): Promise<{ ms: number; packages: Set<string> }> {
  await rm(out, { force: true })
  // Without the build tools in the way: cdxgen would call them, and wait for registries.
  const path =
    process.platform === 'win32' ? process.env['PATH'] : [dirname(process.execPath), '/usr/bin', '/bin'].join(':')
  const env = { ...process.env, PATH: path, FETCH_LICENSE: 'false', SYFT_CHECK_FOR_APP_UPDATE: 'false' }
  const began = performance.now()
  const failed = await run(peer.program, peer.args(tree, out), { cwd: dirname(out), env, signal })
  const ms = performance.now() - began
  if (failed !== null) throw new Error(`${peer.name}: ${failed}`)
  return { ms, packages: packagesIn(await readFile(out, 'utf8')) }
}

function packagesIn(bom: string): Set<string> {
  const { components = [] } = JSON.parse(bom) as { components?: { purl?: string }[] }
  const purls = components.map(({ purl }) => (purl ? normalPackageUrl(purl) : null))
  return new Set(
    purls.filter(
      (purl) => purl !== null && !/^pkg:(?:docker|oci|github|githubactions|generic)\//.test(purl),
    ) as string[],
  )
}

interface RunOptions {
  cwd: string
  env?: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** Null when it ended well, else what it said last. */
function run(program: string, args: string[], { cwd, env = process.env, signal }: RunOptions): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], signal })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-300)
    })
    child.on('error', (error) => (signal.aborted ? reject(error) : resolve(error.message)))
    child.on('close', (code) => resolve(code === 0 ? null : said.trim() || `it ended with ${code}`))
  })
}
