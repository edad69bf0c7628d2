import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const large = 300
const tooLarge = 600

/** Source files that grew: above 300 lines a warning, above 600 a fault. */
export function checkSizes(root: string, files: string[]): { faults: string[]; warnings: string[] } {
  const lengths = files
    .filter((file) => /\.(ts|tsx|js|mjs|py|css)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > large)
  const say = ({ file, lines }: { file: string; lines: number }) => `${file}: ${lines} lines`
  return {
    faults: lengths.filter(({ lines }) => lines > tooLarge).map(say),
    warnings: lengths.filter(({ lines }) => lines <= tooLarge).map(say),
  }
}
