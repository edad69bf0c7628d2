import type { Language } from '@nabij/base'
import type { Delay } from './delay.ts'
import { machineLine } from './machine.ts'
import type { StorageBench } from './storage.ts'

/** The measurement as a table of text for a terminal. */
export function storageTable(bench: StorageBench, language: Language): string {
  const say = texts[language]
  const figure = (value: number, digits = 1) => {
    const text = value.toFixed(digits)
    return (language === 'nl' ? text.replace('.', ',') : text).padStart(9)
  }
  const whole = (value: number) => figure(value, 0)
  const delay = (name: string, { p50, p99, max }: Delay) =>
    `${name.padEnd(36)}${figure(p50)}${figure(p99)}${figure(max)}`
  return [
    machineLine(bench.machine),
    say.what(bench.verdicts.toLocaleString(language), Math.round(bench.megabytes)),
    '',
    `${say.fill.padEnd(36)}${whole(bench.fill.perSecond)}`,
    `${say.open.padEnd(36)}${whole(bench.openMs)}`,
    `${say.single.padEnd(36)}${whole(bench.commits.single)}`,
    `${say.grouped(bench.commits.together).padEnd(36)}${whole(bench.commits.grouped)}`,
    '',
    `${say.delay.padEnd(36)}${'p50'.padStart(9)}${'p99'.padStart(9)}${'max'.padStart(9)}`,
    delay(say.idle, bench.idle),
    delay(say.loaded, bench.loaded),
    '',
    `${say.calls.padEnd(36)}${'p50'.padStart(9)}${'p95'.padStart(9)}`,
    ...Object.entries(bench.calls).map(
      ([name, { p50, p95 }]) =>
        `${say.names[name as keyof StorageBench['calls']].padEnd(36)}${figure(p50)}${figure(p95)}`,
    ),
  ].join('\n')
}

const texts = {
  nl: {
    what: (verdicts: string, megabytes: number) => `${verdicts} oordelen opgeslagen, database van ${megabytes} MB`,
    fill: 'oordelen per seconde bij het vullen',
    open: 'openen, milliseconden',
    single: 'vastleggen per seconde, één tegelijk',
    grouped: (count: number) => `vastleggen per seconde, ${count} tegelijk`,
    delay: 'vertraging van de server, ms',
    idle: 'in rust',
    loaded: 'onder deze vragen',
    calls: 'milliseconden per vraag',
    names: {
      list: 'laatste 50 oordelen',
      'older page': 'een pagina halverwege',
      fails: 'afgekeurde, halverwege',
      counts: 'tellingen van een dag',
      'minutes of a day': 'scorelijn: minuten van een dag',
      'hours of a month': 'scorelijn: uren van een maand',
      'overview of a month': 'overzicht van een maand',
      record: 'oordeel vastleggen',
    },
  },
  en: {
    what: (verdicts: string, megabytes: number) => `${verdicts} verdicts stored, database of ${megabytes} MB`,
    fill: 'verdicts per second while filling',
    open: 'opening, milliseconds',
    single: 'commits per second, one at a time',
    grouped: (count: number) => `verdicts per second, ${count} at a time`,
    delay: 'delay of the server, ms',
    idle: 'at rest',
    loaded: 'while it is asked all this',
    calls: 'milliseconds per call',
    names: {
      list: 'latest 50 verdicts',
      'older page': 'a page half-way',
      fails: 'fails, half-way',
      counts: 'counts of a day',
      'minutes of a day': 'score line: minutes of a day',
      'hours of a month': 'score line: hours of a month',
      'overview of a month': 'overview of a month',
      record: 'record a verdict',
    },
  },
}
