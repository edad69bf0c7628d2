import type { Language } from '@nabij/base'
import { dayText } from '@nabij/base/day'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

export interface Formats {
  number(value: number, decimals?: number): string
  /** A share of 1 as a percentage. */
  percent(share: number, decimals?: number): string
  bytes(value: number): string
  milliseconds(value: number): string
  euros(cents: number): string
  date(at: number): string
  /** As much of a day as is known: YYYY-MM-DD, YYYY-MM or YYYY. */
  partialDay(day: string): string
  /** Hour and minute; with the date in front when it is not today. */
  moment(at: number, now?: number): string
  /** Hour, minute and second. */
  second(at: number): string
  /** A, b and c. */
  list(words: string[]): string
  /** To the second, for one verdict. */
  instant(at: number): string
}

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }
const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Numbers, dates, bytes and euros as the language writes them. */
export function formatsFor(language: Language): Formats {
  const locale = locales[language]
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const second = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const enumeration = new Intl.ListFormat(locale)
  const fixed = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const formats: Formats = {
    number: (value, decimals = 0) => value.toLocaleString(locale, fixed(decimals)),
    percent(share, decimals = 0) {
      const text = share.toLocaleString(locale, { style: 'percent', ...fixed(decimals) })
      return language === 'nl' ? text.replace('%', '\u00a0%') : text
    },
    bytes(value) {
      // Intl writes "0 byte" in Dutch; people write "0 bytes".
      if (value < 1000) return `${formats.number(value)} ${value === 1 ? 'byte' : 'bytes'}`
      const step = Math.min(units.length, Math.floor(Math.log10(value) / 3))
      const amount = value / 1000 ** step
      const style = { style: 'unit', unit: units[step - 1] ?? 'terabyte', unitDisplay: 'short' } as const
      return amount.toLocaleString(locale, { ...style, maximumFractionDigits: amount < 10 ? 1 : 0 })
    },
    milliseconds: (value) => `${formats.number(value, value < 10 ? 1 : 0)} ms`,
    euros(cents) {
      const decimals = cents === 0 || Math.abs(cents) >= 100_000 ? 0 : 2
      return (cents / 100).toLocaleString(locale, { style: 'currency', currency: 'EUR', ...fixed(decimals) })
    },
    date: (at) => day.format(at).replaceAll('.', ''),
    partialDay: (known) => dayText(known, language),
    moment(at, now = Date.now()) {
      const today = new Date(now).toDateString() === new Date(at).toDateString()
      return today ? clock.format(at) : `${formats.date(at)} ${clock.format(at)}`
    },
    list: (words) => enumeration.format(words),
    second: (at) => second.format(at),
    instant: (at) => `${formats.date(at)} ${second.format(at)}`,
  }
  return formats
}

/** The formats of the language that is on. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'nl'
  return useMemo(() => formatsFor(language), [language])
}
