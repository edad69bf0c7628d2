import { NabijError } from '@nabij/base'
import type { Emit, EvidenceReader } from '../../reader.ts'
import { beginningOf, columnsOf, headerOf, placeOf } from '../../table/index.ts'
import { linesOf, textOf } from '../../text/index.ts'
import { type Program, programListOf, words } from './lists.ts'

const mostJson = 32 * 1_048_576
const nameColumns = ['displayname', 'applicationname', 'appname', 'softwarename', 'productname', 'program']
/** As `wmic product` and inventories call it: a name of anything, but for the version beside it. */
const plainNameColumns = ['name', 'software', 'caption', 'application']
const versionColumns = ['version', 'displayversion', 'applicationversion', 'softwareversion']
const publisherColumns = ['publisher', 'applicationpublisher', 'apppublisher', 'vendor', 'manufacturer', 'developer']

/**
 * What is installed: `winget export` and `winget list`, the Windows registry as CSV, Intune, `dpkg -l`, `rpm -qa`, Homebrew.
 * On how many devices or whose is not read.
 */
export const installed: EvidenceReader = {
  id: 'installed',
  recognise({ text }) {
    if (isWingetExport(text)) return 0.99
    if (/^\s*[{[<]/.test(text)) return 0
    if (isProgramTable(headerOf(text.slice(0, 20_000)))) return 0.9
    const list = programListOf(text)
    return list === null ? 0 : list.id === 'brew' ? 0.6 : 0.93
  },
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const programs = programSet(emit)
    if (isWingetExport(text)) {
      for (const program of wingetPrograms(await textOf(file, mostJson, signal), file.name)) programs.add(program)
    } else if (!/^\s*[{[<]/.test(text) && isProgramTable(headerOf(text.slice(0, 20_000)))) {
      const rows = columnsOf(file, (header) => [nameOf(header), placeOf(header, publisherColumns)], {
        signal,
        isHeader: isProgramTable,
      })
      for await (const { line, cells } of rows) programs.add({ name: cells[0] ?? '', publisher: cells[1] ?? '', line })
    } else {
      const parse = programListOf(text)?.start()
      if (!parse) throw unreadable(file.name)
      for await (const { number, text: line } of linesOf(file, { longest: 4096, signal })) {
        const program = parse(line)
        if (program) programs.add({ ...program, line: number })
        else if (line.trim() !== '') emit.ignored('line that is no program')
      }
    }
  },
}

function isWingetExport(text: string): boolean {
  return /^\s*\{/.test(text) && /"PackageIdentifier"\s*:/.test(text) && /"(Sources|SourceDetails)"\s*:/.test(text)
}

function isProgramTable(header: readonly string[]): boolean {
  return (
    nameOf(header) >= 0 &&
    (placeOf(header, publisherColumns) >= 0 ||
      placeOf(header, ['displayversion', 'applicationversion', 'installdate']) >= 0 ||
      isWingetTable(header)) &&
    !header.includes('appid')
  )
}

/** What PowerShell's `Get-WinGetPackage` gives as CSV. */
function isWingetTable(header: readonly string[]): boolean {
  return (
    ['name', 'id', 'source'].every((name) => header.includes(name)) &&
    placeOf(header, ['installedversion', ...versionColumns]) >= 0
  )
}

/** The column with the program's name; -1 when there is none. */
function nameOf(header: readonly string[]): number {
  const place = placeOf(header, nameColumns)
  if (place >= 0) return place
  const isInventory = placeOf(header, publisherColumns) >= 0 && placeOf(header, versionColumns) >= 0
  return isInventory || isWingetTable(header) ? placeOf(header, plainNameColumns) : -1
}

function wingetPrograms(text: string, path: string): Program[] {
  let sources: unknown
  try {
    sources = (JSON.parse(text) as { Sources?: unknown } | null)?.Sources
  } catch {
    throw unreadable(path)
  }
  if (!Array.isArray(sources)) throw unreadable(path)
  const packages = (sources as ({ Packages?: unknown } | null)[]).flatMap((source) =>
    Array.isArray(source?.Packages) ? (source.Packages as ({ PackageIdentifier?: unknown } | null)[]) : [],
  )
  return packages.flatMap((entry, at) => {
    const id = entry?.PackageIdentifier
    if (typeof id !== 'string' || !id.includes('.')) return []
    const [publisher = '', ...rest] = id.split('.')
    return [{ name: words(rest.join(' ')), publisher: words(publisher), line: at + 1 }]
  })
}

function unreadable(path: string): NabijError {
  return new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason: 'not a list of programs', where: path })
}

/** Each program once, on however many devices it is; updates and parts of Windows itself are left out. */
function programSet(emit: Emit) {
  const seen = new Set<string>()
  return {
    add({ name, publisher = '', line }: Program): void {
      emit.record()
      const plain = plainTitle(name)
      const key = `${plain} ${publisher}`.toLowerCase()
      if (plain === '') emit.ignored('row without a name')
      else if (isPart.test(plain)) emit.ignored('update or part of the system')
      else if (seen.has(key)) return
      else if (seen.size >= 100_000) emit.ignored('too many different programs')
      else {
        seen.add(key)
        const also = publisher.trim().slice(0, 200)
        emit.trace({
          kind: 'installed',
          name: plain,
          ...(also ? { also } : {}),
          locator: `line ${line}`,
          text: also && !plain.toLowerCase().startsWith(also.toLowerCase()) ? `${plain} (${also})` : plain,
        })
      }
    },
  }
}

const isPart =
  /\bKB\d{6,7}\b|^(security )?update for |visual c\+\+ .{0,40}(redistributable|runtime)|^lib[a-z0-9.+-]+\d$|^windows sdk|language pack/i

/** Without version, bits and language: `Slack 4.35 (x64 nl)` → `Slack`. */
function plainTitle(name: string): string {
  return name
    .slice(0, 200)
    .replaceAll(/[([](?:x64|x86|64-bit|32-bit|user|machine|[a-z]{2}-[A-Za-z]{2}|x64 [a-z-]{2,5})[)\]]/gi, ' ')
    .replaceAll(/\((?:x64|x86|64-bit|32-bit|arm64)[^)]{0,20}\)/gi, ' ')
    .replaceAll(/\s+v?\d+(?:\.\d+){1,5}\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s-]+$/, '')
    .trim()
}
