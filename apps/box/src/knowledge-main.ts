import { readFileSync } from 'node:fs'
import { asNabijError } from '@nabij/base'
import { readUpdate } from '@nabij/knowledge'

// The process that looks at a pack of knowledge which somebody gave us: whatever is in the file, only this one falls.
try {
  const { version, made, vendors } = readUpdate(readFileSync(process.argv[2] ?? '', 'utf8'))
  process.stdout.write(JSON.stringify({ version, made, vendors: vendors.length }))
} catch (error) {
  const { code, params } = asNabijError(error)
  process.stdout.write(JSON.stringify({ code, params }))
}
