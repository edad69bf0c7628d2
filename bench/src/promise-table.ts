import type { Language } from '@nabij/base'
import type { PromiseRow } from './promise.ts'

/** The measurement as a table of text for a terminal. */
export function promiseTable(rows: PromiseRow[], language: Language): string {
  const say = texts[language]
  const percent = (share: number) => {
    const text = `${(share * 100).toFixed(1)} %`
    return language === 'nl' ? text.replace('.', ',') : text
  }
  const heads = [say.photos, say.draws, say.judged, say.promised, say.refused, say.odd, say.exact, say.kept]
  const lines = rows.map((row) => {
    const cells = [
      `${row.photos}`,
      `${row.draws}`,
      `${row.judged}`,
      percent(row.meanPromised),
      percent(row.refused),
      language === 'nl' ? row.odd.toFixed(2).replace('.', ',') : row.odd.toFixed(2),
      percent(row.keptIfExact),
      `${percent(row.kept)} ${isKept(row) ? '✓' : '✗'}`,
    ]
    return row.set.padEnd(20) + cells.map((cell) => cell.padStart(16)).join('')
  })
  return [say.set.padEnd(20) + heads.map((head) => head.padStart(16)).join(''), ...lines].join('\n')
}

/** Share of the draws in which a promise must be true. */
const asked = 0.95

/** Whether it was. (Where few parts are judged, chance alone breaks a promise that is exactly true more often.) */
export function isKept({ kept }: PromiseRow): boolean {
  return kept >= asked
}

const texts = {
  nl: {
    set: 'Set',
    photos: 'foto’s geleerd',
    draws: 'trekkingen',
    judged: 'beoordeeld',
    promised: 'hoogstens',
    refused: 'afgekeurd',
    odd: 'vreemde',
    exact: 'zou moeten',
    kept: 'belofte waar',
  },
  en: {
    set: 'Set',
    photos: 'photos taught',
    draws: 'draws',
    judged: 'judged',
    promised: 'at most',
    refused: 'refused',
    odd: 'odd ones',
    exact: 'if exact',
    kept: 'promise true',
  },
}
