import { type ErrorCode, errorCatalogue, type Language } from '@nabij/base'
import { escapeHtml, htmlPage } from './html.ts'

const words = {
  nl: {
    all: 'Alle meldingen',
    list: 'Alle meldingen van nabij',
    intro: 'Elke melding heeft een vaste code. Zoek de code die je zag.',
    meaning: 'Wat betekent dit?',
    action: 'Wat kun je doen?',
    facts: (status: number, exit: number) => `HTTP-status ${status} · de opdracht eindigt met ${exit}`,
    home: 'naar nabij',
  },
  en: {
    all: 'All errors',
    list: 'All errors of nabij',
    intro: 'Every error has a fixed code. Look for the code that you saw.',
    meaning: 'What does this mean?',
    action: 'What can you do?',
    facts: (status: number, exit: number) => `HTTP status ${status} · the command ends with ${exit}`,
    home: 'to nabij',
  },
} satisfies Record<Language, unknown>

/** What a code means, for a person; places that an error fills in are shown as ‹name›. */
export function errorPage(code: ErrorCode, language: Language): string {
  const { status, exit, ...texts } = errorCatalogue[code]
  const { title, meaning, action } = texts[language]
  const say = words[language]
  const body = `<main>
<p class="soft"><code>${code}</code></p>
<h1>${places(title)}</h1>
<h2>${say.meaning}</h2>
<p class="what">${places(meaning)}</p>
<h2>${say.action}</h2>
<p class="what">${places(action)}</p>
<p class="soft">${say.facts(status, exit)}</p>
</main>
<p><a href="/errors?lang=${language}">${say.all}</a> · ${otherLanguage(`/errors/${code}`, language)} · <a href="/">${say.home}</a></p>`
  return htmlPage(`${code} · nabij`, language, body)
}

export function errorListPage(language: Language): string {
  const say = words[language]
  const rows = Object.entries(errorCatalogue)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, entry]) => {
      const link = `<a href="/errors/${code}?lang=${language}">${code}</a>`
      return `<tr><td>${link}</td><td>${places(entry[language].title)}</td></tr>`
    })
  const body = `<main>
<h1>${say.list}</h1>
<p>${say.intro}</p>
<table><tbody>
${rows.join('\n')}
</tbody></table>
</main>
<p>${otherLanguage('/errors', language)} · <a href="/">${say.home}</a></p>`
  return htmlPage(say.list, language, body)
}

function otherLanguage(path: string, language: Language): string {
  return language === 'nl'
    ? `<a href="${path}?lang=en" hreflang="en" lang="en">in English</a>`
    : `<a href="${path}?lang=nl" hreflang="nl" lang="nl">in het Nederlands</a>`
}

function places(text: string): string {
  return escapeHtml(text).replace(/\{(\w+)\}/g, '‹$1›')
}
