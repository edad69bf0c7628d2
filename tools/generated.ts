import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes documents that are made from code. With --check on the command line nothing is written: what differs ends the program with 1. */
export function writeOrCheck(root: string, documents: Record<string, string>): void {
  const stale = Object.entries(documents).filter(([file, text]) => read(join(root, file)) !== text)
  for (const [file, text] of stale) {
    if (process.argv.includes('--check'))
      console.log(`${file} is out of date: run node ${process.argv[1]?.split(/[\\/]/).slice(-2).join('/')}`)
    else write(join(root, file), text)
  }
  if (stale.length > 0 && process.argv.includes('--check')) process.exitCode = 1
}

function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
