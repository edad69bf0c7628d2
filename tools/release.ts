// `npm run release`: an archive for this kind of computer that starts where nothing is installed, not even Node.
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeArchive } from './release/archive.ts'
import { assemble } from './release/assemble.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const name = `nabij-${version}-${process.platform}-${process.arch}`
const folder = join(root, 'release', name)
const file = `${folder}.tar.gz`

mkdirSync(join(root, 'release'), { recursive: true })
await assemble(root, folder)
await writeArchive(folder, name, file)
rmSync(folder, { recursive: true })
console.log(`release/${name}.tar.gz  ${(statSync(file).size / 1e6).toFixed(0)} MB`)
