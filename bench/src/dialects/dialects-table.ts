import type { Language } from '@nabij/base'
import { machineLine } from '../machine.ts'
import { figures, table } from '../text-table.ts'
import type { DialectRow, DialectsBench } from './dialects.ts'

/** The measurement as a table of text for a terminal. */
export function dialectsTable({ machine, rounds, streamed, rows, missing }: DialectsBench, language: Language): string {
  const { number } = figures(language)
  const say = texts[language]
  const body = rows.map(({ server, dialect, ms, over, perSecond }) => [
    `${say.servers[server]}, ${dialect}`,
    number(ms.p50, 1),
    number(ms.p95, 1),
    over ? `${number(over.p50, 1)} (${number(over.low, 1)}–${number(over.high, 1)})` : '–',
    number(perSecond, 1),
  ])
  const beside = rows
    .filter(({ server }) => server === 'moto' || server === 'Triton')
    .flatMap((peer) => {
      const own = rows.find(({ server, dialect }) => server === 'nabij' && dialect === peer.dialect)
      return own?.over ? [say.ratio(peer, number(peer.ms.p50 / own.over.p50, 1), number(own.over.p50, 1))] : []
    })
  const lines = missing.map(({ name, reason }) => say.missing(name, reason))
  return [
    machineLine(machine),
    say.what(rounds, streamed),
    '',
    ...table(say.heads, body),
    '',
    ...beside,
    ...lines,
  ].join('\n')
}

const texts = {
  nl: {
    heads: ['', 'ms p50', 'p95', 'meer dan de eigen route', 'foto’s/s, 8 vragers'],
    servers: { station: 'station', nabij: 'nabij', moto: 'moto', Triton: 'Triton' },
    what: (rounds: number, streamed: number) =>
      `dezelfde foto langs elke weg, om en om, ${rounds} keer; daarna ${streamed} foto’s door acht vragers tegelijk`,
    ratio: ({ server, dialect }: DialectRow, times: string, over: string) =>
      `${server} antwoordt op ${dialect} zonder naar de foto te kijken, en doet over die weg ${times} keer zo lang als nabij (${over} ms)`,
    missing: (name: string, reason: string) => `${name} is hier niet gemeten: ${reason}`,
  },
  en: {
    heads: ['', 'ms p50', 'p95', 'more than its own route', 'pictures/s, 8 clients'],
    servers: { station: 'station', nabij: 'nabij', moto: 'moto', Triton: 'Triton' },
    what: (rounds: number, streamed: number) =>
      `the same picture by every way, in turns, ${rounds} times; then ${streamed} pictures by eight clients at once`,
    ratio: ({ server, dialect }: DialectRow, times: string, over: string) =>
      `${server} answers ${dialect} without a look at the picture, and takes ${times} times as long for that way as nabij (${over} ms)`,
    missing: (name: string, reason: string) => `${name} was not measured here: ${reason}`,
  },
}
