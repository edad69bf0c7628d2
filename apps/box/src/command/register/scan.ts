import { type ReadFile, readPaths } from '@nabij/adapters/reader'
import { type NabijError, toProblem } from '@nabij/base'
import type { Register } from '@nabij/register'
import { savedKnowledgeOf } from '../knowledge/saved.ts'
import { startProgress } from '../progress.ts'
import { type Call, optionText, type Run, words } from '../verb.ts'
import { type FoundFiles, findFiles } from './find-files.ts'
import type { MakeRegister } from './make-register.ts'
import { mappingOf } from './mapping.ts'
import { scanLines } from './scan-lines.ts'

/** Everything that a scan found out. */
export interface Scanned {
  read: ReadFile[]
  register: Register
  failed: { path: string; error: NabijError }[]
  ignored: { reason: string; count: number }[]
}

/** `nabij register scan`: no data folder, no running box, nothing is kept. */
export const scan: Run = async (call) => {
  const { scanned, named } = await scanPaths(call)
  if (call.json) call.terminal.print(JSON.stringify(asJson(scanned, call)))
  else for (const line of scanLines(scanned, call)) call.terminal.print(line)
  // What somebody named and nabij could not read is worth an exit code; among many files it is only told.
  return scanned.failed.some(({ path }) => named.has(path)) ? 2 : 0
}

async function scanPaths(call: Call): Promise<{ scanned: Scanned; named: Set<string> }> {
  const { readerProgram: program, compiledReader: cache } = call.installation
  const { path: knowledge, facts } = await savedKnowledgeOf(call)
  const company = optionText(call, 'company')
  const reading = { rules: [], own: company ? [company] : [], columns: mappingOf(call), signal: call.signal }
  const read: ReadFile[] = []
  const failed: Scanned['failed'] = []
  const named = new Set<string>()
  let found: FoundFiles = { files: [], ignored: new Map() }
  let loading: Promise<MakeRegister> | null = null
  const progress = startProgress(call)
  let done = 0
  for await (const outcome of readPaths({ program, cache, args: [knowledge] }, files(), reading)) {
    const { name, error } = outcome
    progress.show(name, ++done, found.files.length)
    if (outcome.read) read.push(...outcome.read)
    else if (error?.code === 'NABIJ_EVIDENCE_UNKNOWN' && !named.has(name)) ignore('file of an unknown kind')
    else if (error?.code === 'NABIJ_EVIDENCE_COLUMNS' && !named.has(name)) ignore('table of an unknown kind')
    else if (error) failed.push({ path: name, error })
  }
  progress.end()
  const makeRegister = await (loading ?? load())
  const register = makeRegister(read)
  const reasons = [...found.ignored].map(([reason, count]) => ({ reason, count }))
  return { scanned: { read, register, failed, ignored: reasons }, named }

  async function load(): Promise<MakeRegister> {
    return (await import('./make-register.ts')).makeRegister(knowledge, facts)
  }

  /** Asked for when the reader's process is starting: what takes long to load here is loaded meanwhile. */
  function* files(): Generator<FoundFiles['files'][number]> {
    found = findFiles(words(call, 0))
    for (const file of found.files) if (file.named) named.add(file.name)
    loading = load()
    // Told when it is waited for.
    loading.catch(() => undefined)
    yield* found.files
  }

  function ignore(reason: string): void {
    found.ignored.set(reason, (found.ignored.get(reason) ?? 0) + 1)
  }
}

/** What programs read: stable, and findings name the path of their evidence. */
function asJson({ read, register, failed, ignored }: Scanned, call: Call): object {
  const paths = new Map(read.map(({ sha256, path }) => [sha256, path]))
  const pathOf = (evidence: string) => paths.get(evidence) ?? evidence
  return {
    evidence: read.map(({ path, reader, records, ignored, sha256, from, to, findings }) => {
      return { path, reader, records, ignored, sha256, from, to, findings: findings.length }
    }),
    services: register.services.map((service) => {
      const { id, name, kind, domain, vendor, confidence, origin, cost, lastPaid, priceChange, dataLocations } = service
      return {
        id,
        name,
        kind,
        domain,
        vendor: vendor && vendorJson(vendor),
        confidence,
        origin,
        findings: service.findings.map(({ evidence, ...finding }) => ({ ...finding, evidence: pathOf(evidence) })),
        cost,
        lastPaid,
        priceChange,
        dataLocations,
        merged: service.merged,
      }
    }),
    unresolved: register.questions.map(({ text, evidence, locator, kind, candidates, count, total }) => {
      return { text, evidence: pathOf(evidence), locator, kind, candidates, count, total }
    }),
    summary: register.summary,
    failed: failed.map(({ path, error }) => ({ path, error: toProblem(error, call.language, path) })),
    ignored,
  }
}

function vendorJson(vendor: NonNullable<Register['services'][number]['vendor']>): object {
  const { id, name, country, countryStatus, ultimateParent, own } = vendor
  return { id, name, country, countryStatus, ultimateParent, ...(own ? { own } : {}) }
}
