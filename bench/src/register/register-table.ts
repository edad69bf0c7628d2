import type { RegisterBench } from './register.ts'

/** What the labelled evidence came to, as a table. */
export function registerTable(bench: RegisterBench): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const rows = [
    ['labelled', `${bench.labels} findings, ${bench.traps} traps`],
    ['precision', `${percent(bench.precision)} (${bench.wrong} wrong)`],
    ['recall', `${percent(bench.recall)} (${bench.found} found, ${bench.asked} asked about)`],
    [
      'traps',
      `${bench.trapHits} hit, ${bench.trapsConfirmed} of them called confirmed, ${bench.trapsAsked} asked about`,
    ],
  ]
  const files = bench.files.map(({ file, labels, found, wrong }) => `| ${file} | ${labels} | ${found} | ${wrong} |`)
  return [
    '| | |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    '| file | labelled | found | wrong |',
    '| --- | ---: | ---: | ---: |',
    ...files,
    ...bench.unread.map((file) => `\nnot read: ${file}`),
  ].join('\n')
}
