import type { Language, Service } from '@nabij/base'
import ical from 'ical-generator'

const texts = {
  nl: {
    name: 'nabij: contracten',
    notice: (name: string, end: string) => `Laatste dag om ${name} op te zeggen (loopt tot ${end})`,
    end: (name: string) => `Contract met ${name} loopt af`,
  },
  en: {
    name: 'nabij: contracts',
    notice: (name: string, end: string) => `Last day to give notice for ${name} (runs until ${end})`,
    end: (name: string) => `Contract of ${name} ends`,
  },
} as const

/** Ends of contracts and last days of notice as an iCalendar file (RFC 5545), whole days. */
export function contractCalendar(services: Service[], language: Language, now: number): string {
  const words = texts[language]
  const calendar = ical({
    name: words.name,
    prodId: { company: 'nabij', product: 'register', language: language.toUpperCase() },
  })
  for (const { id, name, notes } of services) {
    if (notes.contractEnd === null) continue
    const end = Date.parse(`${notes.contractEnd}T00:00:00Z`)
    const add = (what: string, day: number, summary: string) =>
      calendar.createEvent({
        id: `${id}-${what}@nabij`.replaceAll(':', '-'),
        start: new Date(day),
        allDay: true,
        timezone: 'UTC',
        stamp: new Date(now),
        summary,
      })
    add('end', end, words.end(name))
    if (notes.noticeDays !== null)
      add('notice', end - notes.noticeDays * 86_400_000, words.notice(name, notes.contractEnd))
  }
  return calendar.toString()
}
