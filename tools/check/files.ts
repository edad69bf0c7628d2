import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Files of the repository that git tracks or would track, relative, with forward slashes. */
export function trackedFiles(root: string): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  const files = list.toString().split('\n').filter(Boolean)
  return [...new Set(files)].filter((file) => existsSync(join(root, file))).sort()
}
