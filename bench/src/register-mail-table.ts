import type { Language } from '@nabij/base'
import type { MailRow } from './register-mail.ts'
import { figures, table } from './text-table.ts'

const texts = {
  nl: {
    heads: ['domeinen', 'aantal', 'goed', 'macro-F1', 'meerderheid', 'F1 daarvan', 'fout'],
    parts: {
      nl: '342 Nederlandse gemeenten',
      'nl-hidden': '  waarvan achter een filter',
      ch: 'Zwitserse gemeenten, alleen MX en SPF',
      'ch-hidden': '  waarvan achter een filter',
    },
    wrong: 'fout:',
  },
  en: {
    heads: ['domains', 'number', 'right', 'macro-F1', 'majority', 'F1 of that', 'wrong'],
    parts: {
      nl: '342 Dutch municipalities',
      'nl-hidden': '  of these behind a filter',
      ch: 'Swiss municipalities, MX and SPF only',
      'ch-hidden': '  of these behind a filter',
    },
    wrong: 'wrong:',
  },
}

/** The table, and which Dutch domains were wrong. */
export function registerMailTable(rows: readonly MailRow[], language: Language): string {
  const { heads, parts, wrong } = texts[language]
  const { number, share } = figures(language)
  const lines = rows.map((row) => [
    parts[row.part as keyof typeof parts] ?? row.part,
    String(row.domains),
    share(row.right),
    number(row.macroF1, 3),
    share(row.majority),
    number(row.majorityF1, 3),
    String(row.wrong.length),
  ])
  const failed = rows[0]?.wrong.map(({ domain, truth, guess }) => `  ${domain}: ${truth}, nabij: ${guess}`) ?? []
  return [...table(heads, lines), ...(failed.length > 0 ? ['', wrong, ...failed] : [])].join('\n')
}
