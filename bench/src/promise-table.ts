import type { Language } from '@nabij/base'
import type { PromiseRow } from './promise.ts'

/** The measurement as a table of text for a terminal. */
export function promiseTable(rows: PromiseRow[], language: Language): string {
  const say = texts[language]
  const percent = (share: number) => {
    const text = `${(share * 100).toFixed(1)} %`
    return language === 'nl' ? text.replace('.', ',') : text
  }
  const heads = [say.photos, say.draws, say.judged, say.promised, say.refused, say.odd, say.kept]
  const lines = rows.map((row) => {
    const cells = [
      `${row.photos}`,
      `${row.draws}`,
      `${row.judged}`,
      percent(row.meanPromised),
      percent(row.refused),
      language === 'nl' ? row.odd.toFixed(2).replace('.', ',') : row.odd.toFixed(2),
      `${percent(row.kept)} ${row.kept >= 0.95 ? '✓' : '✗'}`,
    ]
    return row.set.padEnd(20) + cells.map((cell) => cell.padStart(16)).join('')
  })
  return [say.set.padEnd(20) + heads.map((head) => head.padStart(16)).join(''), ...lines].join('\n')
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
    kept: 'promise true',
  },
}
