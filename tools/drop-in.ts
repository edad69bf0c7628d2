// npm run drop-in: the official clients of cloud services, installed in a workspace of their own, against a box of this clone.
import { spawnSync } from 'node:child_process'

const folder = new URL('../conformance/', import.meta.url).pathname
const steps: [string, string[]][] = [
  ['npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']],
  [process.execPath, ['run.ts']],
]
for (const [program, words] of steps) {
  const { status } = spawnSync(program, words, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
