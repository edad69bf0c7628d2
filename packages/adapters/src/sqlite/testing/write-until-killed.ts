// A process that stores pictures and verdicts as fast as it can, and says which ones it was promised, until it is killed.
import { writeSync } from 'node:fs'
import { openBlobs } from '../../blobs/index.ts'
import { openDataFolder } from '../../data-folder/index.ts'
import { openStores } from '../index.ts'
import { station, verdict } from './samples.ts'

const [path = '', prefix = ''] = process.argv.slice(2)
const folder = await openDataFolder(path)
const blobs = await openBlobs({ folder: path, clock: Date.now })
const stores = await openStores({ path: folder.database, clock: Date.now })
const [there] = await stores.stations.list()
const press = there ?? station()
if (!there) await stores.stations.insert(press)

await Promise.all([0, 1, 2, 3, 4, 5].map(storeForEver))

async function storeForEver(client: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${prefix}-${client}-${n}`
    const frame = await blobs.put(new TextEncoder().encode(`picture ${n % 50} ${'x'.repeat((n % 50) * 400)}`))
    const record = verdict(press.id, { key, frame, verdict: n % 5 ? 'pass' : 'fail', recordedAt: Date.now() })
    const { id } = await stores.verdicts.record(record)
    // The same part again: it must not count twice.
    if (n % 7 === 0) await stores.verdicts.record({ ...record, id: verdict(press.id).id })
    writeSync(1, `${key} ${id}\n`)
  }
}
