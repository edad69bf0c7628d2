import type { Language } from '@nabij/base'
import { figures, table } from '../text-table.ts'
import type { RegisterBench } from './register.ts'

const words = {
  nl: {
    labelled: 'gelabeld',
    things: (labels: number, traps: number) => `${labels} bevindingen, ${traps} vallen`,
    precision: 'precisie',
    wrong: (count: number) => `${count} fout`,
    recall: 'gevonden',
    found: (found: number, asked: number) => `${found} gevonden, ${asked} als vraag gesteld`,
    traps: 'vallen',
    hits: (hits: number, confirmed: number, asked: number) =>
      `${hits} geraakt, waarvan ${confirmed} zeker genoemd; ${asked} als vraag gesteld`,
    file: 'bestand',
    foundHead: 'gevonden',
    wrongHead: 'fout',
    unread: 'niet gelezen',
  },
  en: {
    labelled: 'labelled',
    things: (labels: number, traps: number) => `${labels} findings, ${traps} traps`,
    precision: 'precision',
    wrong: (count: number) => `${count} wrong`,
    recall: 'recall',
    found: (found: number, asked: number) => `${found} found, ${asked} asked about`,
    traps: 'traps',
    hits: (hits: number, confirmed: number, asked: number) =>
      `${hits} hit, ${confirmed} of them called confirmed, ${asked} asked about`,
    file: 'file',
    foundHead: 'found',
    wrongHead: 'wrong',
    unread: 'not read',
  },
}

/** What the labelled evidence came to, as a table. */
export function registerTable(bench: RegisterBench, language: Language): string {
  const say = words[language]
  const { share } = figures(language)
  return [
    `${say.labelled}: ${say.things(bench.labels, bench.traps)}`,
    `${say.precision}: ${share(bench.precision)} (${say.wrong(bench.wrong)})`,
    `${say.recall}: ${share(bench.recall)} (${say.found(bench.found, bench.asked)})`,
    `${say.traps}: ${say.hits(bench.trapHits, bench.trapsConfirmed, bench.trapsAsked)}`,
    '',
    ...table(
      [say.file, say.labelled, say.foundHead, say.wrongHead],
      bench.files.map(({ file, labels, found, wrong }) => [file, String(labels), String(found), String(wrong)]),
    ),
    ...bench.unread.map((file) => `${say.unread}: ${file}`),
  ].join('\n')
}
