import type { Language } from '@nabij/base'
import type { Delay } from './delay.ts'
import { machineLine } from './machine.ts'
import type { RegisterServerBench, ServerRow } from './register-server.ts'
import { figures, table } from './text-table.ts'

/** The measurement as a table of text for a terminal. */
export function registerServerTable({ machine, rows }: RegisterServerBench, language: Language): string {
  const say = texts[language]
  const { number } = figures(language)
  const three = ({ p50, p99, max }: Delay) => [p50, p99, max].map((ms) => number(ms, 0)).join(' / ')
  const body = rows.map((row) => [
    say.what[row.what],
    row.size === 0 ? '–' : number(row.size / 1e6, 1),
    number(row.seconds, 1),
    String(row.answers),
    String(row.failed),
    three(row.page),
    three(row.api),
    three(row.server),
    three(row.asker),
  ])
  return [machineLine(machine), '', ...table(say.heads, body), '', say.note].join('\n')
}

const texts = {
  nl: {
    heads: ['terwijl er binnenkomt', 'MB', 's', 'antwoorden', 'mislukt', 'pagina (ms)', 'API (ms)', 'server', 'vrager'],
    what: {
      idle: 'niets',
      packages: 'slotbestand met zeer veel pakketten',
      csv: 'zeer lange CSV',
      line: 'één zeer lange regel',
      bomb: 'zipbom',
    } satisfies Record<ServerRow['what'], string>,
    note: 'midden / p99 / hoogste. Server en vrager: hoeveel hun eigen draad te laat was; wat de vrager zelf te laat is, zit ook in zijn tijden.',
  },
  en: {
    heads: ['while there comes in', 'MB', 's', 'answers', 'failed', 'page (ms)', 'API (ms)', 'server', 'asker'],
    what: {
      idle: 'nothing',
      packages: 'lock file of very many packages',
      csv: 'very long CSV',
      line: 'one very long line',
      bomb: 'zip bomb',
    } satisfies Record<ServerRow['what'], string>,
    note: 'middle / p99 / highest. Server and asker: how late their own threads were; what the asker is late by is in its times too.',
  },
}
