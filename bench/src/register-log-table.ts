import type { Language } from '@nabij/base'
import { machineLine, thisMachine } from './machine.ts'
import type { LogRow } from './register-log.ts'
import { figures, table } from './text-table.ts'

const heads = {
  nl: ['DNS-logboek', 'regels', 'MB', 'seconden', 'geheugen (MB)', 'sites'],
  en: ['DNS log', 'lines', 'MB', 'seconds', 'memory (MB)', 'sites'],
}

/** The measurement as a table of text for a terminal. */
export function registerLogTable(rows: readonly LogRow[], language: Language): string {
  const { number } = figures(language)
  const body = rows.map((row) => [
    row.format,
    String(row.lines),
    number(row.megabytes, 0),
    number(row.seconds, 1),
    number(row.megabytesOfMemory, 0),
    String(row.traces),
  ])
  return [machineLine(thisMachine()), '', ...table(heads[language], body)].join('\n')
}
