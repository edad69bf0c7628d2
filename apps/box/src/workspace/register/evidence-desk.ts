import { type ReaderOptions, type ReadFile, readUpload } from '@nabij/adapters/reader'
import type { RegisterStore } from '@nabij/adapters/sqlite'
import {
  type ColumnChoice,
  type Evidence,
  type Finding,
  NabijError,
  type OwnRule,
  type Question,
  type RememberedColumns,
  type SeenTable,
} from '@nabij/base'
import { createLine } from '../line.ts'
import type { RegisterSettings } from './setting.ts'
import type { TableColumns } from './table-columns.ts'

/** What is read out of a file that was sent. */
export interface TakenIn {
  evidence: Evidence[]
  findings: Finding[]
  questions: Question[]
  /** Tables of a bank that is not known, with the columns by which they were read. */
  tables: SeenTable[]
}

export interface EvidenceDesk {
  /**
   * Reads a file in a process of its own; with `preview` nothing is kept. `columns`: which column of a table says what;
   * what is kept by them is remembered for tables with the same header.
   */
  read(
    file: { name: string; bytes: AsyncIterable<Uint8Array> },
    options: { preview: boolean; columns?: ColumnChoice | undefined; signal?: AbortSignal | undefined },
  ): Promise<TakenIn>
  evidence(): Promise<Evidence[]>
  oneEvidence(id: string): Promise<Evidence & { found: Finding[] }>
  removeEvidence(id: string): Promise<void>
  /** Tables whose columns a person pointed out. */
  knownColumns(): Promise<RememberedColumns[]>
  forgetColumns(id: string): Promise<void>
}

interface EvidencePorts {
  store: RegisterStore
  clock(): number
  /** The reading process, with the knowledge in use. */
  reader(): ReaderOptions
  settings(): Promise<RegisterSettings>
  rules(): Promise<OwnRule[]>
  columns: TableColumns
  changed(why?: string | null): Promise<void>
  log(level: 'info' | 'warn', message: string, fields?: Record<string, unknown>): void
}

/** Findings that are shown of a file; all of them count. */
const shown = 50
/** Files that may wait for the one that is read. */
const mostWaiting = 4

/** Takes evidence in, shows it and lets it go. */
export function createEvidenceDesk(ports: EvidencePorts): EvidenceDesk & { stop(): Promise<void> } {
  const { store, clock, columns: remembered, changed, log } = ports
  const line = createLine(mostWaiting)

  async function one(id: string): Promise<Evidence> {
    const found = await store.oneEvidence(id)
    if (!found) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
    return found
  }

  return {
    async read(file, { preview, columns, signal }) {
      const { company, domains } = await ports.settings()
      const own = [...(company ? [company] : []), ...domains]
      const read = await line(async () => {
        const rules = await ports.rules()
        const knownColumns = await remembered.all()
        const manner = { rules, own, columns, knownColumns, look: preview, ...(signal ? { signal } : {}) }
        return readUpload(ports.reader(), file, manner)
      })
      const known = new Map((await store.evidence()).map((each) => [each.id, each]))
      const taken = read.map((each) => {
        const { findings, questions } = each
        // The same file once more is the same evidence: also when it was first given stays.
        const addedAt = known.get(each.sha256)?.addedAt ?? clock()
        return { evidence: evidenceOf(each, addedAt), findings, questions }
      })
      const tables = read.flatMap(({ table }) => (table ? [table] : []))
      if (!preview) {
        await store.add(taken)
        for (const table of tables) if (table.from === 'chosen') await remembered.remember(table)
        log('info', 'evidence taken in', { files: taken.length, reader: taken[0]?.evidence.reader })
        await changed(withoutAccounts(file.name))
      }
      return {
        evidence: taken.map(({ evidence }) => evidence),
        findings: taken.flatMap(({ findings }) => findings).slice(0, shown),
        questions: taken.flatMap(({ questions }) => questions),
        tables,
      }
    },
    evidence: () => store.evidence(),
    oneEvidence: async (id) => ({ ...(await one(id)), found: await store.findingsOf(id, '', 1000) }),
    async removeEvidence(id) {
      const { path } = await one(id)
      await store.remove(id)
      await changed(path)
    },
    knownColumns: () => remembered.list(),
    forgetColumns: (id) => remembered.forget(id),
    stop: () => line.end(),
  }
}

/** Banks name their files after the account; of an account that somebody sends by mistake nothing is kept. */
function withoutAccounts(path: string): string {
  return path.replaceAll(/\b[A-Za-z]{2}\d{2}[A-Za-z0-9]{10,30}(?![A-Za-z0-9])/g, 'IBAN')
}

function evidenceOf(
  { path, reader, sha256, records, findings, ignored, from, to }: ReadFile,
  addedAt: number,
): Evidence {
  return {
    id: sha256,
    path: withoutAccounts(path),
    reader,
    sha256,
    addedAt,
    records,
    findings: findings.length,
    ignored,
    from,
    to,
  }
}
