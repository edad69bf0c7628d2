import type { Language } from '@nabij/base'
import { machineLine } from './machine.ts'
import type { SpeedBench } from './speed.ts'
import type { Spread } from './spread.ts'

/** The measurement as a table of text for a terminal. */
export function speedTable(bench: SpeedBench, language: Language): string {
  const say = texts[language]
  const figure = (value: number, digits = 1) => {
    const text = value.toFixed(digits)
    return (language === 'nl' ? text.replace('.', ',') : text).padStart(8)
  }
  const { facts, picture, distance, throughput } = bench
  const row = (name: string, { p50, p95 }: Spread) => `${name.padEnd(44)}${figure(p50)}${figure(p95)}`
  const kept = (yes: boolean) => (yes ? say.yes : say.no)
  const possible = `${figure(throughput.possible)} (${throughput.slowest === 'decode' ? say.decodeStage : say.graph})`
  return [
    machineLine(bench.machine),
    say.what(
      bench.rounds,
      `${picture.width} × ${picture.height}`,
      Math.round(picture.bytes / 1024),
      facts.photos,
      facts.size,
    ),
    '',
    `${say.each.padEnd(44)}${'p50'.padStart(8)}${'p95'.padStart(8)}`,
    row(say.decode, bench.decode),
    row(say.model, bench.model),
    row(say.search, bench.search),
    row(say.sum, bench.sum),
    row(say.total, bench.total),
    row(say.distance, distance),
    `  ${say.atMost(distance.allowed)}: ${kept(distance.kept)}`,
    '',
    `${say.perSecond.padEnd(44)}${figure(throughput.perSecond)}`,
    `${say.possible.padEnd(44)}${possible}`,
    `${say.share.padEnd(44)}${figure(throughput.share, 2)}`,
    `  ${say.atLeast(throughput.asked)}: ${kept(throughput.kept)}`,
  ].join('\n')
}

const texts = {
  nl: {
    what: (rounds: number, size: string, kb: number, photos: number, side: number) =>
      `één rekenproces, ${rounds} foto’s van ${size} (${kb} kB), recept uit ${photos} foto’s, ${side} pixels`,
    each: 'milliseconden per foto',
    decode: 'uitpakken, los gemeten',
    model: 'model (alleen kenmerken), los gemeten',
    search: 'zoeken (hele recept min kenmerken)',
    sum: 'samen',
    total: 'heen en terug door het rekenproces',
    distance: 'verschil',
    atMost: (ms: number) => `middelste verschil hooguit ${ms} ms`,
    perSecond: 'foto’s per seconde, achter elkaar',
    possible: 'wat de langzaamste stap alleen haalt',
    share: 'aandeel daarvan',
    atLeast: (share: number) => `minstens ${share.toString().replace('.', ',')}`,
    decodeStage: 'uitpakken',
    graph: 'model en zoeken',
    yes: 'ja',
    no: 'nee',
  },
  en: {
    what: (rounds: number, size: string, kb: number, photos: number, side: number) =>
      `one executor, ${rounds} pictures of ${size} (${kb} kB), recipe from ${photos} photos, ${side} pixels`,
    each: 'milliseconds per picture',
    decode: 'decode, alone',
    model: 'model (features only), alone',
    search: 'search (whole recipe less features)',
    sum: 'together',
    total: 'to the executor and back',
    distance: 'difference',
    atMost: (ms: number) => `middle difference at most ${ms} ms`,
    perSecond: 'pictures a second, in a stream',
    possible: 'what the slowest stage does alone',
    share: 'share of that',
    atLeast: (share: number) => `at least ${share}`,
    decodeStage: 'decode',
    graph: 'model and search',
    yes: 'yes',
    no: 'no',
  },
}
