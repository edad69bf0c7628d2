import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openBlobs } from '@nabij/adapters/blobs'
import { openDataFolder } from '@nabij/adapters/data-folder'
import { dnsAsker } from '@nabij/adapters/egress'
import { openStores } from '@nabij/adapters/sqlite'
import type { ColumnChoice, DnsPlan } from '@nabij/base'
import { type Json, json } from '../../workspace/register/json.ts'
import { openRegister, type RegisterDesk } from '../../workspace/register/register-desk.ts'
import { type BoxClient, runningClient } from '../box-client.ts'
import { withRoot } from '../data/own-folder.ts'
import type { Call } from '../verb.ts'

/** What the command does with a register, wherever that is. */
export type AtHand = Pick<
  RegisterDesk,
  | 'tick'
  | 'say'
  | 'overview'
  | 'scenario'
  | 'changes'
  | 'addLetter'
  | 'paper'
  | 'check'
  | 'lookUpDns'
  | 'ruleBook'
  | 'takeRuleBook'
> & {
  add(path: string, columns?: ColumnChoice): ReturnType<RegisterDesk['read']>
  dnsPlan(typed: string, resolver?: string): Promise<DnsPlan>
}

/**
 * Works with the register of the box that runs, or, when none does, with the data folder itself (made when it is not
 * there): no box can start meanwhile.
 */
export async function withRegister<T>(call: Call, work: (register: AtHand) => Promise<T>): Promise<T> {
  const client = runningClient(call)
  if (client) return work(overHttp(client, call))
  return withDesk(call, (desk) =>
    work({
      ...desk,
      dnsPlan: async (typed, resolver) => desk.dnsPlan(typed, resolver),
      add: (path, columns) => {
        const file = { name: basename(path), bytes: createReadStream(path) as AsyncIterable<Uint8Array> }
        return desk.read(file, { preview: false, columns, signal: call.signal })
      },
    }),
  )
}

/** The register itself, when no box runs: in the data folder, which is made when it is not there. */
export async function withDesk<T>(call: Call, work: (desk: RegisterDesk) => Promise<T>): Promise<T> {
  await mkdir(call.root, { recursive: true, mode: 0o700 })
  return withRoot(call.root, async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await openDataFolder(join(call.root, 'own'))
    opened.defer(() => folder.close())
    const stores = await openStores({ path: folder.database, clock: Date.now })
    opened.defer(() => stores.close())
    const { readerProgram, compiledReader, knowledge, knowledgeProgram, chipProgram, paperProgram, version } =
      call.installation
    const register = await openRegister({
      store: stores.register,
      settings: stores.settings,
      reader: { program: readerProgram, cache: compiledReader },
      knowledge,
      knowledgeProgram,
      chipProgram,
      files: await openBlobs({ folder: folder.path, clock: Date.now }),
      paperProgram,
      dns: dnsAsker({ ledger: stores.egress, clock: Date.now }),
      version,
      clock: Date.now,
      sample: false,
      log: () => undefined,
    })
    opened.defer(() => register.stop())
    return await work(register)
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
    dnsPlan: (typed, resolver) =>
      client.get(`/register/dns?domain=${id(typed)}${resolver === undefined ? '' : `&resolver=${id(resolver)}`}`),
    lookUpDns: (domain, { resolver }) => client.send('POST', '/register/dns', { domain, resolver }),
    ruleBook: () => client.get('/register/rule-book'),
    takeRuleBook: (book, { preview, replace }) =>
      client.send('POST', `/register/rule-book?preview=${preview}&replace=${replace}`, book),
    add: (path, columns) =>
      client.upload(
        `/register/evidence?name=${id(basename(path))}${columns ? `&columns=${id(JSON.stringify(columns))}` : ''}`,
        createReadStream(path) as AsyncIterable<Uint8Array>,
      ),
  }
}
