import type { Language } from './shapes/language.ts'

const locales = { nl: 'nl-NL', en: 'en-IE' } as const

/** As much of a day as is known, as people read it: 25 nov 2026, nov 2026, 2026. */
export function dayText(day: string, language: Language): string {
  if (day.length === 4) return day
  const date = new Date(day.length === 7 ? `${day}-01T00:00:00Z` : `${day}T00:00:00Z`)
  const whole = day.length > 7 ? ({ day: 'numeric' } as const) : {}
  return date.toLocaleDateString(locales[language], { ...whole, month: 'short', year: 'numeric', timeZone: 'UTC' })
}
