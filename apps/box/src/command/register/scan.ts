import { type ReadFile, readPaths } from '@nabij/adapters/reader'
import { type NabijError, toProblem } from '@nabij/base'
import { buildRegister, type Register } from '@nabij/register'
import { loadKnowledge } from '../../knowledge.ts'
import { startProgress } from '../progress.ts'
import { type Call, optionText, type Run, words } from '../verb.ts'
import { findFiles } from './find-files.ts'
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
  const { files, ignored } = findFiles(words(call, 0))
  const named = new Set(files.filter((file) => file.named).map(({ name }) => name))
  const { readerProgram: program, knowledge } = call.installation
  const company = optionText(call, 'company')
  const reading = { rules: [], own: company ? [company] : [], signal: call.signal }
  const read: ReadFile[] = []
  const failed: Scanned['failed'] = []
  const progress = startProgress(call)
  let done = 0
  for await (const { name, read: found, error } of readPaths({ program, args: [knowledge] }, files, reading)) {
    progress.show(name, ++done, files.length)
    if (found) read.push(...found)
    else if (error.code === 'NABIJ_EVIDENCE_UNKNOWN' && !named.has(name)) ignore('file of an unknown kind')
    else failed.push({ path: name, error })
  }
  progress.end()
  const { index } = loadKnowledge(knowledge)
  const register = buildRegister({
    findings: read.flatMap(({ findings }) => findings),
    questions: read.flatMap(({ questions }) => questions),
    notes: {},
    rules: [],
    apart: [],
    index,
    europe: 'eea',
    today: new Date().toISOString().slice(0, 10),
  })
  const reasons = [...ignored].map(([reason, count]) => ({ reason, count }))
  return { scanned: { read, register, failed, ignored: reasons }, named }

  function ignore(reason: string): void {
    ignored.set(reason, (ignored.get(reason) ?? 0) + 1)
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
  const { id, name, country, countryStatus, ultimateParent } = vendor
  return { id, name, country, countryStatus, ultimateParent }
}
