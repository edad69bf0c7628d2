import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundledNode } from '../prepare/installed.mjs'
import { bundleCode } from './bundle.ts'
import { copyNativePackages } from './native-packages.ts'

/** Folders and files that go along as they are: from the clone, and where they lie in the archive. */
const asTheyAre: Record<string, string> = {
  'apps/web/dist': 'web',
  'apps/box/sample': 'sample',
  models: 'models',
  'packages/knowledge/pack.json': 'knowledge/pack.json',
  'bench/peers': 'bench/peers',
  'docs/score-recipe.py': 'docs/score-recipe.py',
  'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm': 'lib/zxing_reader.wasm',
  LICENSE: 'LICENSE',
  'THIRD-PARTY-NOTICES.md': 'THIRD-PARTY-NOTICES.md',
  'sbom.cdx.json': 'sbom.cdx.json',
}

/** Lays out everything that a release archive holds in `target`. */
export async function assemble(root: string, target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  await bundleCode(root, join(target, 'lib'))
  copyNativePackages(root, target)
  for (const [from, to] of Object.entries(asTheyAre)) {
    mkdirSync(dirname(join(target, to)), { recursive: true })
    cpSync(join(root, from), join(target, to), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    })
  }
  copyNode(root, target)
  writeLaunchers(target)
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  writeFileSync(
    join(target, 'package.json'),
    `${JSON.stringify({ name, version, license, private: true, type: 'module' }, null, 2)}\n`,
  )
}

function copyNode(root: string, target: string): void {
  const node = bundledNode(root) ?? process.execPath
  mkdirSync(join(target, 'node', 'bin'), { recursive: true })
  copyFileSync(node, join(target, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'))
  copyFileSync(join(dirname(dirname(node)), 'LICENSE'), join(target, 'node', 'LICENSE'))
}

function writeLaunchers(target: string): void {
  const shell = `#!/bin/sh
# Starts nabij with the Node that came with it, also through a link to this file.
here=$0
while [ -L "$here" ]; do
  link=$(readlink "$here")
  case $link in
    /*) here=$link ;;
    *) here=$(dirname "$here")/$link ;;
  esac
done
here=$(cd "$(dirname "$here")" && pwd)
exec "$here/node/bin/node" "$here/lib/main.js" "$@"
`
  writeFileSync(join(target, 'nabij'), shell)
  chmodSync(join(target, 'nabij'), 0o755)
  writeFileSync(join(target, 'nabij.cmd'), '@"%~dp0node\\bin\\node.exe" "%~dp0lib\\main.js" %*\r\n')
}
