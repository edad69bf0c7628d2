import { usualSettings } from '@nabij/base'
import { startExecutorPool } from '../pool.ts'
import { fixtureProgram } from './words.ts'

/** A pool whose process will be killed while its child teaches: `parent-program.ts OUT WORD…`. */
const [out = '', ...words] = process.argv.slice(2)
const photos = words.map((path) => ({ id: path, path, label: 'good' as const, kind: null }))
const pool = startExecutorPool({ program: fixtureProgram, executors: 1, log: () => undefined })
await pool.teach({ photos, locate: usualSettings.locate }, out, () => undefined, new AbortController().signal)
