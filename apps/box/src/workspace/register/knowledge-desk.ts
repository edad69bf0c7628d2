import { rm } from 'node:fs/promises'
import type { RegisterStore } from '@nabij/adapters/sqlite'
import {
  type FactField,
  type KnowledgeState,
  type KnowledgeUpdate,
  NabijError,
  type OwnFact,
  type PackInUse,
} from '@nabij/base'
import { isNewer } from '@nabij/knowledge'
import { createLine } from '../line.ts'
import { checkPack, savePack } from './check-pack.ts'
import { type Json, json, parsed } from './json.ts'
import type { PackFiles, Packs } from './packs.ts'
import type { RegisterThread } from './register-thread.ts'

/** What one workspace knows of vendors: the pack in use, and what people here stated themselves. */
export interface KnowledgeDesk {
  /** Which pack is in use, and which one taking the last update back brings. */
  knowledge(): Promise<Json>
  laws(): Promise<Json>
  /** Everything that people here stated, beside what the pack says. */
  stated(): Promise<Json>
  /** States a fact of a vendor (or of the vendor of a product). Answers the vendor. */
  correct(id: string, said: Pick<OwnFact, 'field' | 'value' | 'source'> & { day?: string | undefined }): Promise<Json>
  /** Takes a statement back: the pack's word counts again. */
  uncorrect(id: string, field: FactField): Promise<Json>
  /**
   * Looks at a pack, and (without `preview`) puts it in use.
   * @throws NabijError NABIJ_PACK_… ; the pack in use stays
   */
  updateKnowledge(
    bytes: AsyncIterable<Uint8Array>,
    options: { preview: boolean; signal?: AbortSignal },
  ): Promise<KnowledgeUpdate>
  /** Puts the pack before back in use. @throws NabijError NABIJ_PACK_NONE_BEFORE */
  undoKnowledge(): Promise<KnowledgeUpdate>
}

interface KnowledgePorts {
  store: RegisterStore
  files: PackFiles
  packs: Packs
  /** The program that looks at a foreign pack. */
  program: string
  ask: RegisterThread['ask']
  /** What was stored shows from now on. */
  changed(because: string): Promise<void>
  clock(): number
  log(level: 'info' | 'warn', message: string, fields?: Record<string, unknown>): void
}

type Current = Omit<KnowledgeState, 'back' | 'own'>
type Difference = Pick<KnowledgeUpdate, 'now' | 'vendors' | 'changes'>

/** Updates wait for one another; more than a few at once is a mistake. */
const mostWaiting = 4

export function createKnowledgeDesk(ports: KnowledgePorts): KnowledgeDesk {
  const { store, files, packs, ask, clock, log } = ports
  const line = createLine(mostWaiting)
  const current = async (): Promise<Current> => parsed<Current>(await ask('knowledge'))
  const installedAt = (): number | null => packs.inUse()[0]?.installedAt ?? null
  const inUse = async (): Promise<PackInUse> => ({ ...(await current()).now, installedAt: installedAt() })

  /** The difference is worked out while the pack before is still in use. */
  async function turnTo(path: string, keep: () => Promise<void>): Promise<KnowledgeUpdate> {
    const before = await inUse()
    const { now, vendors, changes } = await differenceTo(path)
    await keep()
    await packs.renew()
    await ports.changed(`nabij-knowledge ${now.version}`)
    log('info', 'knowledge changed', { from: before.version, to: now.version, sha256: now.sha256 })
    return { now: { ...now, installedAt: installedAt() }, before, vendors, changes, installed: true }
  }

  async function differenceTo(path: string): Promise<Difference> {
    return parsed<Difference>(await ask('wouldChange', path))
  }

  async function look(
    bytes: AsyncIterable<Uint8Array>,
    preview: boolean,
    signal?: AbortSignal,
  ): Promise<KnowledgeUpdate> {
    const file = files.temporary()
    try {
      const sha256 = await savePack(bytes, file, signal)
      const seen = await checkPack(ports.program, file)
      const before = await inUse()
      if (!isNewer(seen.version, before.version))
        throw new NabijError('NABIJ_PACK_OLDER', { version: seen.version, present: before.version })
      const pack: PackInUse = { ...seen, sha256, installedAt: clock() }
      if (preview) return { ...(await differenceTo(file)), before, installed: false }
      // The file first, then the row that names it: a kill between leaves a file that nobody refers to.
      await files.adopt(file)
      return await turnTo(packs.path(pack), () => store.addPack(pack))
    } finally {
      await rm(file, { force: true })
    }
  }

  return {
    async knowledge() {
      const { now, ...rest } = await current()
      const [latest, before] = packs.inUse()
      const back = latest ? (before ?? parsed<PackInUse>(await ask('packAt', packs.shipped))) : null
      const own = (await store.ownFacts()).length
      return json({ ...rest, now: { ...now, installedAt: installedAt() }, back, own } satisfies KnowledgeState)
    },
    laws: () => ask('laws'),
    stated: () => ask('stated'),
    async correct(id, { day, ...said }) {
      const today = new Date(clock()).toISOString().slice(0, 10)
      const fact = await ask('ownFact', id, { ...said, day: day ?? today }, clock())
      await store.setOwnFact(fact)
      await ports.changed(ownWords)
      return ask('vendor', fact.vendorId)
    },
    async uncorrect(id, field) {
      const vendor = parsed<{ id: string }>(await ask('vendor', id))
      if (!(await store.removeOwnFact(vendor.id, field)))
        throw new NabijError('NABIJ_NOT_FOUND', { what: `${id} ${field}` })
      await ports.changed(ownWords)
      return ask('vendor', vendor.id)
    },
    updateKnowledge: (bytes, { preview, signal }) => line(() => look(bytes, preview, signal)),
    undoKnowledge: () =>
      line(async () => {
        const [latest, before] = packs.inUse()
        if (!latest) throw new NabijError('NABIJ_PACK_NONE_BEFORE')
        return turnTo(before ? packs.path(before) : packs.shipped, () => store.removePack(latest.sha256))
      }),
  }
}

/** As the log of the register says why; the page has words for it. */
const ownWords = 'own statement'
