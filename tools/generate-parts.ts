// Writes THIRD-PARTY-NOTICES.md and sbom.cdx.json; with --check it only says whether they are up to date.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOrCheck } from './generated.ts'
import { readLock } from './parts/lock.ts'
import { notices } from './parts/notices.ts'
import { sbom } from './parts/sbom.ts'
import { shippedParts } from './parts/shipped-parts.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const parts = shippedParts(readLock(root))
writeOrCheck(root, {
  'THIRD-PARTY-NOTICES.md': notices(root, parts),
  'sbom.cdx.json': sbom(root, version, parts),
})
