import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openBlobs } from '@nabij/adapters/blobs'
import { openDataFolder } from '@nabij/adapters/data-folder'
import { dnsAsker } from '@nabij/adapters/egress'
import { openStores } from '@nabij/adapters/sqlite'
import { type Json, json } from '../../workspace/register/json.ts'
import { openRegister, type RegisterDesk } from '../../workspace/register/register-desk.ts'
import { type BoxClient, runningClient } from '../box-client.ts'
import { withRoot } from '../data/own-folder.ts'
import type { Call } from '../verb.ts'

/** What the command does with a register, wherever that is. */
export type AtHand = Pick<
  RegisterDesk,
  'tick' | 'say' | 'overview' | 'scenario' | 'changes' | 'addLetter' | 'paper' | 'check'
> & {
  add(path: string): ReturnType<RegisterDesk['read']>
}

/**
 * Works with the register of the box that runs, or, when none does, with the data folder itself (made when it is not
 * there): no box can start meanwhile.
 */
export async function withRegister<T>(call: Call, work: (register: AtHand) => Promise<T>): Promise<T> {
  const client = runningClient(call)
  if (client) return work(overHttp(client, call))
  await mkdir(call.root, { recursive: true, mode: 0o700 })
  return withRoot(call.root, async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await openDataFolder(join(call.root, 'own'))
    opened.defer(() => folder.close())
    const stores = await openStores({ path: folder.database, clock: Date.now })
    opened.defer(() => stores.close())
    const { readerProgram, knowledge, knowledgeProgram, paperProgram, version } = call.installation
    const register = await openRegister({
      store: stores.register,
      settings: stores.settings,
      reader: { program: readerProgram },
      knowledge,
      knowledgeProgram,
      files: await openBlobs({ folder: folder.path, clock: Date.now }),
      paperProgram,
      dns: dnsAsker({ ledger: stores.egress, clock: Date.now }),
      version,
      clock: Date.now,
      sample: false,
      log: () => undefined,
    })
    opened.defer(() => register.stop())
    return await work({
      ...register,
      add: (path) => {
        const file = { name: basename(path), bytes: createReadStream(path) as AsyncIterable<Uint8Array> }
        return register.read(file, { preview: false, signal: call.signal })
      },
    })
  })
}

function overHttp(client: BoxClient, { language }: Call): AtHand {
  const id = encodeURIComponent
  const text = async (answer: Promise<unknown>): Promise<Json> => json(await answer)
  return {
    tick: (asked) => text(client.send('POST', '/register/services', asked)),
    say: (service, change) => text(client.send('PATCH', `/register/services/${id(service)}`, change)),
    overview: () => text(client.get('/register')),
    scenario: (scenario) => text(client.send('POST', '/register/scenario', scenario)),
    check: (asked) => text(client.get(`/register/check?q=${id(asked)}`)),
    async changes(limit) {
      const { changes } = await client.get<{ changes: Awaited<ReturnType<AtHand['changes']>> }>(
        `/register/log?limit=${limit}`,
      )
      return changes
    },
    addLetter: (serviceId, lang) => client.send('POST', '/register/letters', { serviceId, lang }),
    async paper(kind) {
      const ending = kind === 'cyclonedx' ? 'cyclonedx.json' : kind
      const body = await client.download(`/register/report.${ending}?lang=${language}`)
      const bytes = new Uint8Array(await new Response(body).arrayBuffer())
      return { bytes, name: `register.${ending}`, type: '' }
    },
    add: (path) =>
      client.upload(
        `/register/evidence?name=${id(basename(path))}`,
        createReadStream(path) as AsyncIterable<Uint8Array>,
      ),
  }
}
