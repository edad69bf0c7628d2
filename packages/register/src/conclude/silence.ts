import { dayText, type Evidence } from '@nabij/base'
import { daysBetween, daysOf, isBefore, later, plusDays } from './days.ts'

/** A sign of a service, with the days that it is about. */
export interface Looked {
  evidence: Evidence
  from: string
  to: string
  paid: boolean
}

export interface Silence {
  proven: boolean
  /** The day from which silence proves something; null: nobody can say. */
  on: string | null
  because: { nl: string; en: string }
}

/** A statement that ends a few days before the next one begins leaves no hole. */
const slack = 7
const month = 31
const year = 366

/** Which pieces of evidence look at the same thing: all bank statements; of software each file by itself. */
export function familyOf({ reader, path }: Evidence): string {
  if (reader.startsWith('bank-') || reader.startsWith('books-')) return reader.split('-', 1)[0] ?? reader
  if (reader === 'dns-log' || !reader.startsWith('dns-')) return byReader.has(reader) ? reader : `file ${path}`
  return 'dns'
}

/** Exports that show the whole, whatever the file is called; every other reader looks at one file of many. */
const byReader = new Set([
  'dns-log',
  'sign-on',
  'bookmarks',
  'passwords',
  'browser-history',
  'focus',
  'website',
  'installed',
  'meter',
])
/** What is about a time, with a beginning and an end. */
const spans = new Set(['bank', 'books', 'focus', 'dns-log', 'meter'])

/** Whether evidence of one family is silent since `start`, and why not. */
export function silenceOf(
  family: string,
  signs: readonly Looked[],
  evidence: readonly Evidence[],
  start: string,
): Silence {
  const showing = new Set(signs.filter(({ to }) => isBefore(start, to)).map((sign) => sign.evidence.id))
  const looked = evidence.filter((one) => familyOf(one) === family && !showing.has(one.id))
  if (spans.has(family)) return spanSilence(family, signs, looked, start)
  const silent = looked.map((one) => daysOf(one).from).filter((day) => isBefore(start, day))
  const [first] = silent.toSorted()
  const what = nameOf(family)
  if (first)
    return {
      proven: true,
      on: first,
      because: {
        nl: `${what.nl} van ${dayText(first, 'nl')} laat het niet meer zien`,
        en: `${what.en} of ${dayText(first, 'en')} shows it no more`,
      },
    }
  return {
    proven: false,
    on: null,
    because: {
      nl: `er is na ${dayText(start, 'nl')} niets nieuws gegeven: ${what.nl}`,
      en: `nothing newer than ${dayText(start, 'en')} was given: ${what.en}`,
    },
  }
}

function spanSilence(family: string, signs: readonly Looked[], looked: readonly Evidence[], start: string): Silence {
  const what = nameOf(family)
  const own = signs.filter((sign) => familyOf(sign.evidence) === family)
  const gap = gapOf(own)
  const lastSign = own.map(({ to }) => to).reduce(later, '')
  // The last sign may be long before it was left: the next one would have come a gap after it.
  const until = later(plusDays(start, month), plusDays(lastSign, Math.ceil(gap * 1.25)))
  const reached = coveredFrom(start, looked)
  if (reached >= until)
    return {
      proven: true,
      on: until,
      because: {
        nl: `${what.nl} tot en met ${dayText(reached, 'nl')} laat het niet meer zien`,
        en: `${what.en} up to ${dayText(reached, 'en')} shows it no more`,
      },
    }
  return {
    proven: false,
    on: until,
    because: {
      nl: `${what.nl} loopt aaneengesloten tot ${dayText(reached, 'nl')}; pas na ${dayText(until, 'nl')} zegt stilte iets (er zat tot ${gap} dagen tussen twee keer)`,
      en: `${what.en} runs without a hole to ${dayText(reached, 'en')}; only after ${dayText(until, 'en')} does silence say something (there were up to ${gap} days between two times)`,
    },
  }
}

/** The longest time between two signs; a year when there was only one payment, which may well be a yearly one. */
function gapOf(signs: readonly Looked[]): number {
  const days = [...new Set(signs.map(({ to }) => to))].sort()
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))
  if (gaps.length > 0) return Math.min(year, Math.max(month, ...gaps))
  return signs.some(({ paid }) => paid) ? year : month
}

/** The last day up to which these cover everything since `start`. */
function coveredFrom(start: string, looked: readonly Evidence[]): string {
  let reached = start
  for (const { from, to } of looked.map(daysOf).sort((a, b) => (a.from < b.from ? -1 : 1)))
    if (from <= plusDays(reached, slack)) reached = later(reached, to)
  return reached
}

const names: Record<string, { nl: string; en: string }> = {
  bank: { nl: 'het bankafschrift', en: 'the bank statement' },
  books: { nl: 'de boekhouding', en: 'the books' },
  dns: { nl: 'de DNS-zone', en: 'the DNS zone' },
  focus: { nl: 'de cloudrekening', en: 'the cloud bill' },
  'dns-log': { nl: 'het netwerkverkeer', en: 'the network log' },
  meter: { nl: 'de meter van de box', en: 'the box’s own meter' },
  'browser-history': { nl: 'de browsergeschiedenis', en: 'the browser history' },
  'sign-on': { nl: 'de lijst met inlog-apps', en: 'the list of sign-on apps' },
  bookmarks: { nl: 'de bladwijzers', en: 'the bookmarks' },
  passwords: { nl: 'de wachtwoordlijst', en: 'the password list' },
  website: { nl: 'de website', en: 'the website' },
  installed: { nl: 'de lijst met geïnstalleerde programma’s', en: 'the list of installed programs' },
}

function nameOf(family: string): { nl: string; en: string } {
  const path = family.replace(/^file /, '')
  return names[family] ?? { nl: path, en: path }
}
