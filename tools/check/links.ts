import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Links in documents, to files of the repository, that lead nowhere. */
export function checkLinks(root: string, files: string[]): string[] {
  return files
    .filter((file) => file.endsWith('.md') && !file.startsWith('THIRD-PARTY'))
    .flatMap((file) => {
      const links = readFileSync(join(root, file), 'utf8').matchAll(/\]\((?![a-z]+:|#|\/)([^)#\s]+)[^)]*\)/g)
      return [...links]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(file), target)))
        .map((target) => `${file}: there is no ${target}`)
    })
}
