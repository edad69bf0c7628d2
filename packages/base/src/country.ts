import type { Language } from './shapes/language.ts'

const names = {
  nl: new Intl.DisplayNames('nl-NL', { type: 'region' }),
  en: new Intl.DisplayNames('en-GB', { type: 'region' }),
} as const

/** The name of a country by its ISO code, as people write it in this language; what is no code stays as it is. */
export function countryText(code: string, language: Language): string {
  try {
    return names[language].of(code) ?? code
  } catch {
    return code
  }
}
