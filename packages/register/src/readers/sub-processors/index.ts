import { NabijError } from '@nabij/base'
import { siteOfAddress } from '../../hosts/index.ts'
import type { Emit, EvidenceReader } from '../../reader.ts'
import { beginningOf, headerOf, placeOf, plainName } from '../../table/index.ts'
import { csvOf, linesOf, textOf } from '../../text/index.ts'
import { rowsOfPage, titleOf } from './rows.ts'

const mostPage = 16 * 1_048_576
const words =
  /sub[- ]?processors?\b|sub[- ]?verwerkers?\b|sub[- ]?bewerkers?\b|unterauftragsverarbeiter|unterauftragnehmer|sous[- ]traitants? ultérieurs?/gi

const nameColumns = [
  'subprocessor',
  'subprocessors',
  'subprocessorname',
  'nameofsubprocessor',
  'subverwerker',
  'naamsubverwerker',
  'entityname',
  'entity',
  'thirdparty',
  'thirdpartyname',
  'vendor',
  'vendorname',
  'supplier',
  'leverancier',
  'company',
  'companyname',
  'bedrijf',
  'name',
  'naam',
  'organisatie',
  'unterauftragsverarbeiter',
  'unterauftragnehmer',
  'firma',
  'provider',
  'service',
]
const placeColumns = [
  'country',
  'countries',
  'location',
  'locations',
  'land',
  'locatie',
  'vestigingsland',
  'region',
  'regio',
  'entitycountry',
  'datalocation',
  'locationofprocessing',
  'processinglocation',
  'countryofprocessing',
  'locatieverwerking',
  'landvanverwerking',
  'standort',
  'corporatelocation',
  'hostinglocation',
]
const purposeColumns = [
  'purpose',
  'purposes',
  'doel',
  'service',
  'services',
  'dienst',
  'activity',
  'description',
  'omschrijving',
  'zweck',
  'natureofprocessing',
  'typeofservice',
  'subject',
]

/** A supplier's list of whom it uses in turn (CSV, page or text): the fourth parties. Whose list it is stands in `of`. */
export const subProcessors: EvidenceReader = {
  id: 'sub-processors',
  recognise({ name, text }) {
    if (/^\s*[[{]/.test(text) || text === '') return 0
    const said = (text.match(words) ?? []).length + (name.match(words) ? 1 : 0)
    const header = headerOf(text.slice(0, 20_000))
    if (!isPage(text) && placeOf(header, nameColumns) >= 0 && header.length >= 2) {
      const rest = placeOf(header, placeColumns) >= 0 && (said > 0 || placeOf(header, purposeColumns) >= 0)
      const own = header.some((cell) => /subprocessor|subverwerker|unterauftrag/.test(cell))
      if (own || (rest && said > 0)) return 0.92
    }
    if (isPage(text)) return said >= 3 ? 0.9 : 0
    return said >= 1 && /^.{0,400}?(sub[- ]?processors?|sub[- ]?verwerkers?)/is.test(text) ? 0.6 : 0
  },
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const header = headerOf(text.slice(0, 20_000))
    if (isPage(text)) {
      const page = await textOf(file, mostPage, signal)
      const list = partyList(emit, ownerOf(titleOf(page)) || ownerOf(file.name))
      let places: Places | null = null
      for (const { cells, row, head } of rowsOfPage(page)) {
        const named = cells.length > 1 ? placesOf(cells) : null
        if (named) places = named
        else if (cells.length > 1 && !head) list.add(pick(cells, places), `row ${row}`)
        else if (cells.length === 1) list.add(itemOf(cells[0] ?? ''), `row ${row}`)
      }
      list.finish(file.name)
      return
    }
    const list = partyList(emit, ownerOf(file.name) || ownerOf(text.split('\n', 1)[0] ?? ''))
    if (placeOf(header, nameColumns) >= 0) {
      let places: Places | null = null
      for await (const { line, cells } of csvOf(file, { signal })) {
        if (places === null) places = placesOf(cells)
        else list.add(pick(cells, places), `line ${line}`)
      }
    } else {
      for await (const { number, text: line } of linesOf(file, { longest: 4096, signal })) {
        // Bullets and lines of a table that was copied; sentences are none.
        if (/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+|\t| \| /.test(line)) list.add(itemOf(line), `line ${number}`)
      }
    }
    list.finish(file.name)
  },
}

interface Party {
  name: string
  location: string
}

interface Places {
  name: number
  location: number
}

function isPage(text: string): boolean {
  return /^\s*<(!doctype html|html|table|div|ul|section)[\s>]/i.test(text)
}

function placesOf(cells: readonly string[]): Places | null {
  const header = cells.map(plainName)
  const name = placeOf(header, nameColumns)
  return name < 0 ? null : { name, location: placeOf(header, placeColumns) }
}

function pick(cells: readonly string[], places: Places | null): Party {
  return {
    name: cells[places?.name ?? 0] ?? '',
    location: places && places.location >= 0 ? (cells[places.location] ?? '') : '',
  }
}

/** `- Amazon Web Services EMEA SARL (Luxembourg): hosting` and rows copied from a table. */
function itemOf(line: string): Party {
  const plain = line.replace(/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/, '').trim()
  const [first = ''] = plain.split(/\t| \| | [–—-] |: | \(/, 1)
  const location = /\(([^()]{2,60})\)/.exec(plain)?.[1] ?? ''
  return { name: first, location: /\d|@/.test(location) ? '' : location }
}

function partyList(emit: Emit, owner: string) {
  const seen = new Set<string>()
  return {
    add({ name, location }: Party, locator: string): void {
      const plain = name.replaceAll(/\s+/g, ' ').trim()
      if (plain === '') return
      emit.record()
      // Sentences, addresses of persons and menus of a page are no names.
      if (plain.length > 90 || plain.includes('@') || plain.split(' ').length > 9 || !/\p{L}{2}/u.test(plain)) {
        return emit.ignored('not a name')
      }
      if (seen.has(plain.toLowerCase()) || seen.size >= 5000) return
      seen.add(plain.toLowerCase())
      const place = location.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
      const site = siteOfAddress(plain)
      emit.trace({
        kind: 'sub-processor',
        name: site?.host ?? plain,
        locator,
        text: [site?.host ?? plain, place].filter(Boolean).join(' · '),
        ...(site ? { domain: site.host } : {}),
        ...(place && !place.includes('@') ? { location: place } : {}),
        ...(owner ? { of: owner } : {}),
      })
    },
    finish(path: string): void {
      if (seen.size > 0) return
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path,
        reason: 'no names of sub-processors in it',
        where: path,
      })
    },
  }
}

/** Whose list it is, from its title or file name: `Acme Cloud | Sub-processors` → `Acme Cloud`. */
function ownerOf(title: string): string {
  const plain = (title.split('/').at(-1) ?? '')
    .replace(/\.(html?|csv|txt|md)$/i, '')
    .replaceAll(/[_]+/g, ' ')
    .replaceAll(
      /\b(our|onze|list|lijst|overzicht|overview|of|van|current|authorized|authorised|gdpr|avg|privacy|legal|trust center|file)\b/gi,
      ' ',
    )
  const parts = plain.split(/\s[|–—-]\s|\s*[|:·]\s*|-(?=sub)|(?<=processors?|verwerkers?)-/i)
  const found = parts
    .map((part) => part.replaceAll(words, ' ').replaceAll(/\s+/g, ' ').trim())
    .find((part) => /\p{L}{2}/u.test(part))
  return (found ?? '').slice(0, 80)
}
