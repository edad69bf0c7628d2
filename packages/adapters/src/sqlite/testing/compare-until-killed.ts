// A process that stores comparisons and counts as fast as it can, and says what it was promised, until it is killed.
import { writeSync } from 'node:fs'
import { newId } from '@nabij/base'
import { openDataFolder } from '../../data-folder/index.ts'
import { openStores } from '../index.ts'
import { comparisonRow } from './comparison-row.ts'

const [path = '', routeId = ''] = process.argv.slice(2)
const folder = await openDataFolder(path)
const { dropIn } = await openStores({ path: folder.database, clock: Date.now })

await Promise.all([0, 1, 2, 3].map(storeForEver))

async function storeForEver(client: number): Promise<void> {
  for (let n = 0; ; n++) {
    const id = newId()
    await Promise.all([
      dropIn
        .record(comparisonRow({ id, routeId, at: n, agrees: n % 3 > 0 }))
        .then(() => writeSync(1, `compared ${id}\n`)),
      dropIn.record({ routeId, at: client * 3_600_000, by: 'cloud' }).then(() => writeSync(1, 'counted\n')),
    ])
  }
}
