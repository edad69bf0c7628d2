import type { Language } from '@nabij/base'
import { machineLine } from '../machine.ts'
import { figures, table } from '../text-table.ts'
import type { QualityBench, QualityRow } from './quality.ts'

/** The measurement as tables of text: how well, how fast, and the checks of the measuring itself. */
export function qualityTable({ machine, rows, controls, memory }: QualityBench, language: Language): string {
  const say = texts[language]
  const { number, share } = figures(language)
  const well = rows.map((row) => [
    `${row.set}, ${row.good} + ${row.bad}`,
    `${row.draws} × ${row.shots}`,
    number(row.auroc.mean, 3),
    `${number(row.auroc.low, 3)}–${number(row.auroc.high, 3)}`,
    number(row.auroc.worst, 3),
    number(row.meanImage, 3),
    number(row.brightness, 3),
    number(row.pixelAuroc, 3),
    number(row.pro, 3),
    share(row.falseAlarms),
    share(row.promised),
    share(row.misses),
    say.how(row),
  ])
  const fast = rows.map((row) => [
    `${row.set}, ${row.shots}`,
    number(row.teachMs / 1000, 1),
    ...[row.ms.decode, row.ms.locate, row.ms.model, row.ms.total].map(
      ({ p50, p95 }) => `${number(p50, 1)} / ${number(p95, 1)}`,
    ),
  ])
  const checks = controls.map(({ set, shuffled, asTheyAre, encodedAlike }) => [
    set,
    number(shuffled, 3),
    number(asTheyAre, 3),
    number(encodedAlike, 3),
    number(Math.abs(encodedAlike - asTheyAre), 3),
  ])
  const mib = (bytes: number) => number(bytes / 2 ** 20, 0)
  return [
    machineLine(machine),
    '',
    ...table(say.well, well),
    '',
    ...means(rows, language),
    '',
    ...table(say.fast, fast),
    say.memory(mib(memory.afterwards), mib(memory.peak)),
    '',
    ...table(say.checks, checks),
  ].join('\n')
}

/** Over the sets, for each number of shots that all of them have. */
function means(rows: QualityRow[], language: Language): string[] {
  const sets = new Set(rows.map(({ set }) => set))
  if (sets.size < 2) return []
  const { number, share } = figures(language)
  const mean = (values: (number | null)[]) =>
    values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length
  return [...new Set(rows.map(({ shots }) => shots))].flatMap((shots) => {
    const some = rows.filter((row) => row.shots === shots)
    if (some.length !== sets.size) return []
    return [
      texts[language].mean(
        shots,
        number(mean(some.map(({ auroc }) => auroc.mean)), 3),
        share(mean(some.map(({ misses }) => misses))),
        share(mean(some.map(({ falseAlarms }) => falseAlarms))),
      ),
    ]
  })
}

const texts = {
  nl: {
    well: [
      'Set, goede + slechte',
      'geleerd',
      'AUROC',
      '95 %',
      'slechtste',
      'gem. foto',
      'helderheid',
      'pixel-AUROC',
      'PRO',
      'vals alarm',
      'beloofd',
      'gemist',
      'hoe',
    ],
    fast: ['Set, geleerd', 'leren (s)', 'uitpakken p50 / p95', 'zoeken deel', 'model', 'samen (ms)'],
    checks: ['Controles', 'labels geschud', 'zoals ze zijn', 'gelijk gecodeerd', 'verschil'],
    mean: (shots: number, auroc: string, misses: string, alarms: string) =>
      `gemiddeld over de sets, ${shots} geleerd: AUROC ${auroc}, gemist ${misses}, vals alarm ${alarms}`,
    memory: (mib: string, peak: string) =>
      `geheugen van een rekenproces met één recept na 200 foto’s: ${mib} MiB (hoogste stand ${peak} MiB)`,
    how: ({ mode, located }: QualityRow) =>
      mode === 'rotating' ? 'draait' : located === 'found' ? 'deel gezocht' : 'hele foto',
  },
  en: {
    well: [
      'Set, good + bad',
      'taught',
      'AUROC',
      '95 %',
      'worst',
      'mean image',
      'brightness',
      'pixel AUROC',
      'PRO',
      'false alarms',
      'promised',
      'missed',
      'how',
    ],
    fast: ['Set, taught', 'teaching (s)', 'decode p50 / p95', 'locate', 'model', 'together (ms)'],
    checks: ['Controls', 'labels shuffled', 'as they are', 'encoded alike', 'change'],
    mean: (shots: number, auroc: string, misses: string, alarms: string) =>
      `mean over the sets, ${shots} taught: AUROC ${auroc}, missed ${misses}, false alarms ${alarms}`,
    memory: (mib: string, peak: string) =>
      `memory of an executor with one recipe after 200 pictures: ${mib} MiB (at most ${peak} MiB)`,
    how: ({ mode, located }: QualityRow) =>
      mode === 'rotating' ? 'rotates' : located === 'found' ? 'part located' : 'whole picture',
  },
}
