// Writes docs/errors: a page for each code and an index; with --check it only says whether they are up to date.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorDocuments } from '../apps/box/src/server/index.ts'
import { writeOrCheck } from './generated.ts'

const root = join(import.meta.dirname, '..')
const folder = join('docs', 'errors')
const documents = errorDocuments()
writeOrCheck(root, Object.fromEntries(Object.entries(documents).map(([name, text]) => [join(folder, name), text])))

// A code that is gone takes its page along.
for (const name of readdirSync(join(root, folder)).filter((name) => !(name in documents))) {
  if (process.argv.includes('--check')) {
    console.log(`${folder}/${name} belongs to no error`)
    process.exitCode = 1
  } else rmSync(join(root, folder, name))
}
