import type { Language } from '@nabij/base'
import type { KindsRow } from './kinds.ts'
import { machineLine, thisMachine } from './machine.ts'
import { table } from './text-table.ts'

/** The measurement as a table of text for a terminal. */
export function kindsTable(rows: KindsRow[], language: Language): string {
  const say = texts[language]
  const percent = (value: number) => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(0)} %`)
  const body = rows.map((row) => [
    row.set,
    String(row.kinds),
    String(row.named),
    percent(row.right),
    percent(row.confidence),
    percent(row.rightAlone),
    ...row.reliability.map(({ of, confidence, right }) =>
      of === 0 ? '–' : `${percent(confidence)} → ${percent(right)}`,
    ),
    percent(row.unknown),
    percent(row.unknownNew),
  ])
  return [machineLine(thisMachine()), say.what(rows[0]?.draws ?? 0), '', ...table(say.head, body)].join('\n')
}

const texts = {
  nl: {
    what: (draws: number) => `soorten fouten, ${draws} trekkingen; goed en zeker: van fouten die niemand benoemde`,
    head: [
      'set',
      'soorten',
      'benoemd',
      'goed',
      'zeker',
      'goed, om en om',
      '< 60 %',
      '60–90 %',
      '> 90 %',
      'onbekend',
      'nieuwe soort onbekend',
    ],
  },
  en: {
    what: (draws: number) => `kinds of defects, ${draws} draws; right and sure: of defects that nobody named`,
    head: [
      'set',
      'kinds',
      'named',
      'right',
      'sure',
      'right, in turn',
      '< 60 %',
      '60–90 %',
      '> 90 %',
      'unknown',
      'new kind unknown',
    ],
  },
}
