import { countryText, dayText, type Language } from '@nabij/base'

/** Numbers, dates and countries as people read them, in one language. */
export interface Words {
  language: Language
  /** Euro cents; without cents from € 1.000. */
  euro(cents: number): string
  percent(share: number): string
  /** As much of a day as is known: YYYY-MM-DD, YYYY-MM or YYYY. */
  day(day: string): string
  country(code: string | null): string
  unknown: string
}

const locales = { nl: 'nl-NL', en: 'en-IE' } as const

export function wordsFor(language: Language): Words {
  const locale = locales[language]
  const unknown = language === 'nl' ? 'onbekend' : 'unknown'
  return {
    language,
    unknown,
    euro: (cents) =>
      euroFormat(locale, Math.abs(cents) < 100_000 && cents % 100 !== 0)
        .format(cents / 100)
        .replace(/\u00a0/g, ' '),
    percent: (share) => `${Math.round(share * 100)} %`,
    day: (day) => dayText(day, language),
    country: (code) => (code === null ? unknown : countryText(code, language)),
  }
}

function euroFormat(locale: string, cents: boolean): Intl.NumberFormat {
  const digits = cents ? 2 : 0
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
