import type { Language } from '@nabij/base'
import { machineLine } from './machine.ts'
import type { RegisterTreeBench } from './register-tree.ts'
import { figures, table } from './text-table.ts'

/** The measurement as a table of text for a terminal. */
export function registerTreeTable(bench: RegisterTreeBench, language: Language): string {
  const say = texts[language]
  const { number, share } = figures(language)
  const whole = (value: number) => value.toLocaleString(language)
  const { direct, transitive, unsaid } = bench.packages
  const rows = bench.rows.map(({ name, ms, times, packages, shared }) => [
    name,
    number(ms / 1000, 2),
    number(times, 1),
    packages === null ? '–' : whole(packages),
    share(shared),
  ])
  return [
    machineLine(bench.machine),
    say.what(whole(bench.made?.files ?? bench.entries), whole(bench.looked), whole(bench.traces)),
    say.packages(whole(direct), whole(transitive), whole(unsaid)),
    '',
    ...table(say.heads, rows),
    ...bench.missing.map(({ name, missing }) => say.missing(name, missing)),
    '',
    say.note,
  ].join('\n')
}

const texts = {
  nl: {
    what: (files: string, looked: string, traces: string) =>
      `${files} bestanden, ${looked} met een naam die ertoe doet, ${traces} sporen`,
    packages: (direct: string, transitive: string, unsaid: string) =>
      `${direct} pakketten zelf gekozen, ${transitive} meegekomen, van ${unsaid} staat het er niet`,
    heads: ['', 's', '×', 'pakketten', 'ook bij nabij'],
    missing: (name: string, why: string) => `${name}: was er niet (${why})`,
    note: 'nabij: lezen in een proces dat al draait; de andere vanaf hun start, zonder netwerkvragen en zonder bouwprogramma’s.',
  },
  en: {
    what: (files: string, looked: string, traces: string) =>
      `${files} files, ${looked} with a name that matters, ${traces} traces`,
    packages: (direct: string, transitive: string, unsaid: string) =>
      `${direct} packages chosen by the projects, ${transitive} came along, of ${unsaid} it is not said`,
    heads: ['', 's', '×', 'packages', 'nabij too'],
    missing: (name: string, why: string) => `${name}: could not be had (${why})`,
    note: 'nabij: reading in a process that runs already; the others from their start, without asking networks or build tools.',
  },
}
