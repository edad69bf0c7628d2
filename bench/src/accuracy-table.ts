import type { Language } from '@nabij/base'
import type { AccuracyDraw, AccuracyRow } from './accuracy.ts'

/** The measurement as a table of text for a terminal: means over the draws, and the worst draw. */
export function accuracyTable(rows: AccuracyRow[], language: Language): string {
  const say = texts[language]
  const comma = (text: string) => (language === 'nl' ? text.replace('.', ',') : text)
  const heads = [say.drawn, say.auroc, say.worst, say.asked, say.meanImage, say.falseAlarms, say.misses, say.seconds]
  const lines = rows.map(({ set, asked, draws }) => {
    const mean = (value: (draw: AccuracyDraw) => number) =>
      draws.reduce((sum, draw) => sum + value(draw), 0) / draws.length
    const { nGood = 0, nBad = 0, taught = 0, mode = 'still' } = draws[0] ?? {}
    const auroc = mean((draw) => draw.auroc)
    const cells = [
      `${draws.length} × ${taught}`,
      auroc.toFixed(3),
      Math.min(...draws.map((draw) => draw.auroc)).toFixed(3),
      asked === null ? '–' : `${asked.toFixed(2)} ${auroc >= asked ? '✓' : '✗'}`,
      mean((draw) => draw.meanImageAuroc).toFixed(3),
      `${(mean((draw) => draw.falseAlarmRate) * 100).toFixed(1)} %`,
      `${(mean((draw) => draw.missRate) * 100).toFixed(1)} %`,
      (mean((draw) => draw.teachMs) / 1000).toFixed(1),
    ]
    const name = `${set}, ${nGood} + ${nBad}${mode === 'rotating' ? `, ${say.rotating}` : ''}`
    return name.padEnd(36) + cells.map((cell) => comma(cell).padStart(14)).join('')
  })
  const title = say.what.padEnd(36) + heads.map((head) => head.padStart(14)).join('')
  return [title, ...lines].join('\n')
}

const texts = {
  nl: {
    what: 'Set, goede + slechte foto’s',
    drawn: 'geleerd',
    auroc: 'AUROC',
    worst: 'slechtste',
    asked: 'gevraagd',
    meanImage: 'gem. foto',
    falseAlarms: 'vals alarm',
    misses: 'gemist',
    seconds: 'leren (s)',
    rotating: 'draait',
  },
  en: {
    what: 'Set, good + bad photos',
    drawn: 'taught',
    auroc: 'AUROC',
    worst: 'worst draw',
    asked: 'asked',
    meanImage: 'mean image',
    falseAlarms: 'false alarms',
    misses: 'missed',
    seconds: 'teaching (s)',
    rotating: 'rotates',
  },
}
