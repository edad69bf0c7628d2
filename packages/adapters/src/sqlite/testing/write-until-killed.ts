// A process that stores pictures and verdicts as fast as it can, takes people's words on them, sends messages, and says
// what it was promised, until it is killed.
import { writeSync } from 'node:fs'
import { newId } from '@nabij/base'
import { openBlobs } from '../../blobs/index.ts'
import { openDataFolder } from '../../data-folder/index.ts'
import { openStores } from '../index.ts'
import { correction, photo, station, verdict } from './samples.ts'

const [path = '', prefix = ''] = process.argv.slice(2)
const folder = await openDataFolder(path)
const blobs = await openBlobs({ folder: path, clock: Date.now })
const stores = await openStores({ path: folder.database, clock: Date.now })
const [there] = await stores.stations.list()
const press = there ?? station()
if (!there) await stores.stations.insert(press)
const outputs = (await stores.outputs.all()).map((row) => row.id)
if (outputs.length === 0) {
  outputs.push(newId())
  const row = { id: outputs[0] ?? '', stationId: press.id, config: '{}', createdAt: 1, lastSentAt: null, problem: null }
  await stores.outputs.insert(row)
}

await Promise.all([...[0, 1, 2, 3, 4, 5].map(storeForEver), sendForEver(outputs[0] ?? '')])

async function storeForEver(client: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${prefix}-${client}-${n}`
    const frame = await blobs.put(new TextEncoder().encode(`picture ${n % 50} ${'x'.repeat((n % 50) * 400)}`))
    const about = { key, frame, verdict: n % 5 ? 'pass' : 'fail', recordedAt: Date.now(), outputs } as const
    const record = verdict(press.id, { ...about, outputs: [...outputs] })
    const { id } = await stores.verdicts.record(record)
    // The same part again: it must not count twice, and not be told twice.
    if (n % 7 === 0) await stores.verdicts.record({ ...record, id: verdict(press.id).id })
    writeSync(1, `stored ${key} ${id}\n`)
    if (n % 3 === 0) await mark(id)
  }
}

/** What a person's word leaves: a photo with its file, the word on the verdict, the correction. */
async function mark(verdictId: string): Promise<void> {
  const sha256 = await blobs.put(new TextEncoder().encode(`marked ${verdictId}`))
  const { id: photoId } = await stores.photos.insert(photo(press.id, { sha256, verdictId, label: 'bad' }))
  await stores.verdicts.setFeedback(verdictId, { label: 'bad', kind: null, at: Date.now(), by: null })
  const given = correction(press.id, { verdictId, photoId })
  await stores.corrections.insert(given)
  writeSync(1, `said ${verdictId} ${given.id}\n`)
}

async function sendForEver(output: string): Promise<void> {
  for (;;) {
    const message = await stores.outputs.next(output)
    if (!message) await new Promise((resolve) => setImmediate(resolve))
    else {
      // The other side has it from here on; a kill before the next line lets it come again, under the same id.
      writeSync(1, `sent ${message.id} ${message.seq}\n`)
      await stores.outputs.sent(output, message.seq, Date.now())
    }
  }
}
