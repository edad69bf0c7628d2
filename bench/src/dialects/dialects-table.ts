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
      if (!own?.over) return []
      // Within its own noise nothing was added: a ratio to that would say nothing.
      const times = own.over.low > 0 ? number(peer.ms.p50 / own.over.p50, 1) : null
      return [say.beside(peer, number(peer.ms.p50, 1), number(own.over.p50, 1), times)]
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
    beside: ({ server, dialect }: DialectRow, ms: string, over: string, times: string | null) =>
      `${server} antwoordt op ${dialect} zonder naar de foto te kijken, in ${ms} ms; nabij’s aansluiting voegt ${over} ms toe (${times === null ? 'niet meetbaar' : `${times} keer zo snel`})`,
    missing: (name: string, reason: string) => `${name} is hier niet gemeten: ${reason}`,
  },
  en: {
    heads: ['', 'ms p50', 'p95', 'more than its own route', 'pictures/s, 8 clients'],
    servers: { station: 'station', nabij: 'nabij', moto: 'moto', Triton: 'Triton' },
    what: (rounds: number, streamed: number) =>
      `the same picture by every way, in turns, ${rounds} times; then ${streamed} pictures by eight clients at once`,
    beside: ({ server, dialect }: DialectRow, ms: string, over: string, times: string | null) =>
      `${server} answers ${dialect} without a look at the picture, in ${ms} ms; nabij’s connection adds ${over} ms (${times === null ? 'not measurable' : `${times} times as fast`})`,
    missing: (name: string, reason: string) => `${name} was not measured here: ${reason}`,
  },
}
