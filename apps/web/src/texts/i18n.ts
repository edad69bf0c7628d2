import type { Language } from '@nabij/base'
import { type BackendModule, createInstance } from 'i18next'
import LanguageDetector from 'i18next-browser-languagedetector'
import { initReactI18next } from 'react-i18next'
import type { nl } from './nl/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof nl }
    returnNull: false
  }
}

const texts = createInstance()

/** Only the reader's language is fetched; the other when it is chosen. */
const fetched: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, _namespace, tell) {
    const texts = language === 'en' ? import('./en/index.ts') : import('./nl/index.ts')
    texts.then(
      (found) => tell(null, 'en' in found ? found.en : found.nl),
      (error: Error) => tell(error, null),
    )
  },
}

/** Starts the texts in the reader's language: the remembered choice, else the browser's, else Dutch. */
export async function startTexts(): Promise<void> {
  texts.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await texts
    .use(fetched)
    .use(LanguageDetector)
    .use(initReactI18next)
    .init({
      supportedLngs: ['nl', 'en'],
      nonExplicitSupportedLngs: true,
      load: 'languageOnly',
      fallbackLng: chooseFallback,
      interpolation: { escapeValue: false },
      detection: { order: ['localStorage', 'navigator'], lookupLocalStorage: 'nabij-language', caches: [] },
    })
  document.documentElement.lang = currentLanguage()
}

/** A reader whose browser speaks neither gets English. */
function chooseFallback(code?: string): string[] {
  return code?.startsWith('nl') ? ['nl'] : ['en']
}

export function currentLanguage(): Language {
  return texts.resolvedLanguage === 'en' ? 'en' : 'nl'
}

/** Switches at once and remembers it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem('nabij-language', language)
  void texts.changeLanguage(language)
}
