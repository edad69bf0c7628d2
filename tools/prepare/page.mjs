import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './npm.mjs'

const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'packages/base/src',
  'package-lock.json',
]

/** Whether the built page is absent or older than anything that it is made of. */
export function pageIsStale(root) {
  const page = join(root, 'apps', 'web', 'dist', 'index.html')
  if (!existsSync(join(root, 'apps', 'web', 'index.html'))) return false
  if (!existsSync(page)) return true
  const built = statSync(page).mtimeMs
  return sources.some((source) => isNewer(join(root, source), built))
}

/** Builds beside the old page and swaps, so that an interrupted build leaves no half page. */
export async function buildPage(root, node) {
  const fresh = join(root, 'tmp', `page-${process.pid}`)
  const dist = join(root, 'apps', 'web', 'dist')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const words = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  mkdirSync(join(root, 'tmp'), { recursive: true })
  const said = await run(node, words, join(root, 'apps', 'web'))
  if (said === null) {
    rmSync(dist, { recursive: true, force: true })
    renameSync(fresh, dist)
  }
  rmSync(fresh, { recursive: true, force: true })
  return said
}

function isNewer(path, than) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return false
  if (found.mtimeMs > than) return true
  return found.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), than))
}
