import type { Language } from '@nabij/base'
import type { CorrectionBench } from './correction.ts'
import { machineLine } from './machine.ts'

/** The measurement as a table of text for a terminal. */
export function correctionTable(bench: CorrectionBench, language: Language): string {
  const say = texts[language]
  const row = (name: string, { p50, max }: { p50: number; max: number }) =>
    `${name.padEnd(46)}${p50.toFixed(0).padStart(8)}${max.toFixed(0).padStart(8)}`
  return [
    machineLine(bench.machine),
    say.what(bench.corrections, bench.marked),
    '',
    `${say.ms.padEnd(46)}${'p50'.padStart(8)}${'max'.padStart(8)}`,
    row(say.correct, bench.correct),
    row(say.open, bench.open),
    row(say.total, bench.total),
    `  ${say.atMost(bench.total.allowed)}: ${bench.total.kept ? say.yes : say.no}`,
    say.first(Math.round(bench.firstLook)),
    say.followed(bench.followed, bench.corrections),
    ...(bench.executorMb === null ? [] : [say.memory(Math.round(bench.executorMb))]),
  ].join('\n')
}

const texts = {
  nl: {
    what: (count: number, marked: number) => `${count} correcties na elkaar, ${marked} beoordeelde foto’s`,
    ms: 'milliseconden per correctie',
    correct: 'versie maken, alles nakijken, op schijf',
    open: 'openen en eerste foto keuren',
    total: 'samen',
    atMost: (ms: number) => `hooguit ${ms} ms`,
    first: (ms: number) => `eerste blik op alle foto’s, niets bekend: ${ms} ms`,
    followed: (kept: number, of: number) => `foto komt uit zoals gezegd: ${kept} van ${of}`,
    memory: (mb: number) => `geheugen van een rekenproces met één recept: ${mb} MB`,
    yes: 'ja',
    no: 'nee',
  },
  en: {
    what: (count: number, marked: number) => `${count} corrections in a row, ${marked} marked pictures`,
    ms: 'milliseconds per correction',
    correct: 'make the version, check all, on disk',
    open: 'open it and judge the first picture',
    total: 'together',
    atMost: (ms: number) => `at most ${ms} ms`,
    first: (ms: number) => `first look at all pictures, nothing known: ${ms} ms`,
    followed: (kept: number, of: number) => `picture comes out as said: ${kept} of ${of}`,
    memory: (mb: number) => `memory of an executor with one recipe: ${mb} MB`,
    yes: 'yes',
    no: 'no',
  },
}
