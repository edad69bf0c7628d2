// Writes docs/api/openapi.json; with --check it only says whether it is up to date.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiDocument } from '../apps/box/src/server/index.ts'
import { writeOrCheck } from './generated.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
writeOrCheck(root, { 'docs/api/openapi.json': `${JSON.stringify(apiDocument(version), null, 2)}\n` })
