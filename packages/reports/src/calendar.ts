import { dayText, type ExitState, type Language, type Letter, type Service } from '@nabij/base'
import ical, { ICalAlarmType } from 'ical-generator'

const texts = {
  nl: {
    name: 'nabij: contracten en afspraken',
    notice: (name: string, end: string) => `Laatste dag om ${name} op te zeggen (loopt tot ${end})`,
    end: (name: string) => `Contract met ${name} loopt af`,
    review: 'Loop het register van nabij na',
    letter: (name: string) => `Antwoord van de leverancier van ${name} verwacht`,
    exit: (name: string) => `${name}: dan wil je weg zijn`,
  },
  en: {
    name: 'nabij: contracts and dates',
    notice: (name: string, end: string) => `Last day to give notice for ${name} (runs until ${end})`,
    end: (name: string) => `Contract of ${name} ends`,
    review: "Go over nabij's register",
    letter: (name: string) => `Answer due from the supplier of ${name}`,
    exit: (name: string) => `${name}: the day by which you want to have left`,
  },
} as const

export interface CalendarInput {
  services: readonly Service[]
  language: Language
  /** Epoch milliseconds. */
  now: number
  /** When the register is gone over again. */
  reviewOn?: string | null
  letters?: readonly Pick<Letter, 'id' | 'serviceId' | 'state' | 'answerBy'>[]
  /** By service id. */
  exits?: Readonly<Record<string, Pick<ExitState, 'state' | 'by'>>>
}

/** A week before, so that something can still be done. */
const warning = 7 * 86_400

/**
 * What has a day, as an iCalendar file (RFC 5545), whole days with a reminder: ends of contracts, last days of notice,
 * answers that are due, days by which to have left, and the next review. The same thing keeps its UID, so that a calendar
 * that imports it again changes it and does not add it.
 */
export function registerCalendar({
  services,
  language,
  now,
  reviewOn,
  letters = [],
  exits = {},
}: CalendarInput): string {
  const words = texts[language]
  const calendar = ical({
    name: words.name,
    prodId: { company: 'nabij', product: 'register', language: language.toUpperCase() },
  })
  const add = (uid: string, day: string | number, summary: string) => {
    const event = calendar.createEvent({
      id: `${uid}@nabij`.replaceAll(/[^\w@.-]/g, '-'),
      start: new Date(typeof day === 'number' ? day : Date.parse(`${day}T00:00:00Z`)),
      allDay: true,
      timezone: 'UTC',
      stamp: new Date(now),
      summary,
    })
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: warning, description: summary })
  }
  const names = new Map(services.map(({ id, name }) => [id, name]))
  for (const { id, name, notes } of services) {
    if (notes.contractEnd === null) continue
    const end = Date.parse(`${notes.contractEnd}T00:00:00Z`)
    add(`${id}-end`, end, words.end(name))
    if (notes.noticeDays !== null)
      add(`${id}-notice`, end - notes.noticeDays * 86_400_000, words.notice(name, dayText(notes.contractEnd, language)))
  }
  for (const { id, serviceId, state, answerBy } of letters)
    if (answerBy !== null && (state === 'sent' || state === 'late'))
      add(`letter-${id}`, answerBy, words.letter(names.get(serviceId) ?? serviceId))
  for (const [id, { state, by }] of Object.entries(exits)) {
    const name = names.get(id)
    if (name !== undefined && by !== null && state !== null && state !== 'switched' && state !== 'gone')
      add(`${id}-exit`, by, words.exit(name))
  }
  if (reviewOn) add('review', reviewOn, words.review)
  return calendar.toString()
}
