// `npm run check`: everything that must hold before a change is shared. `-- --no-tests` leaves the tests out,
// `-- lint types` runs only the steps that are named.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { trackedFiles } from './check/files.ts'
import { checkLinks } from './check/links.ts'
import { checkLock } from './check/lock.ts'
import { checkRooms } from './check/rooms.ts'
import { checkSizes } from './check/sizes.ts'
import { type Finding, node, tool, watched } from './check/steps.ts'
import { checkTraces } from './check/traces.ts'
import { checkParts } from './parts/check-parts.ts'

const root = join(import.meta.dirname, '..')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const files = trackedFiles(root)

const steps: Record<string, () => Promise<Finding> | Finding> = {
  format: () => tool(root, '@biomejs/biome', ['check', '--colors=off', '.']),
  lint: () => tool(root, 'oxlint', ['--type-aware', '--format=unix']),
  types: () => tool(root, 'typescript', ['-p', 'tsconfig.json'], 'tsc'),
  'types of the page': () => tool(root, 'typescript', ['-p', 'apps/web/tsconfig.json'], 'tsc'),
  unused: () => tool(root, 'knip', ['--no-progress']),
  rooms: () => ({ faults: checkRooms(root) }),
  lock: () => ({ faults: checkLock(root) }),
  generated: checkGenerated,
  parts: () => ({ faults: checkParts(root) }),
  sizes: () => {
    const { faults, warnings } = checkSizes(root, files)
    return { faults, notes: warnings }
  },
  links: () => ({ faults: checkLinks(root, files) }),
  traces: () => ({ faults: checkTraces(root, files) }),
  ...(process.argv.includes('--no-tests')
    ? {}
    : { tests: () => watched(root, ['node_modules/vitest/vitest.mjs', 'run']) }),
}

const failed: string[] = []
for (const [name, step] of Object.entries(steps)) {
  if (only.length > 0 && !only.includes(name)) continue
  const begin = performance.now()
  const { faults, notes = [] } = await step()
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6)
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(18)} ${seconds} s`)
  for (const note of notes) console.log(`       note: ${note}`)
  for (const fault of faults) console.log(fault.replace(/^/gm, '       '))
  if (faults.length > 0) failed.push(name)
}
if (failed.length > 0) console.log(`\nTo do: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

/** Documents that are made from code say what the code says. */
async function checkGenerated(): Promise<Finding> {
  const makers = globSync('tools/generate-*.ts', { cwd: root })
  const findings = await Promise.all(makers.map((maker) => node(root, [maker, '--check'])))
  return { faults: findings.flatMap((finding) => finding.faults) }
}
