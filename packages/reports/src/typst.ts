import { barOrder, type Headline, type Mark, type Report, type Share } from './report.ts'
import { shortened } from './shortened.ts'
import { type Texts, textsFor } from './texts.ts'
import { safe, typstPage } from './typst-page.ts'

/**
 * The paper as Typst source, A4: two pages for who decides and an annex. Readable in black and white: Europe is solid,
 * outside is hatched, unknown is empty.
 */
export function reportTypst(report: Report): string {
  const texts = textsFor(report.language)
  return [
    typstPage({
      language: report.language,
      title: report.title,
      left: report.sample ? texts.sample : report.company,
      right: report.madeOn,
      isSample: report.sample,
    }),
    front(report, texts),
    shares(report, texts),
    list(texts.headings.gaps, report.gaps),
    list(texts.headings.method, report.method),
    figureNotes(report, texts),
    report.services.length > 0 ? annex(report, texts) : '',
    report.sources.length > 0 ? sources(report, texts) : '',
  ].join('\n\n')
}

function front({ title, company, headline, actions }: Report, texts: Texts): string {
  const opening = `= ${safe(title)}\n\n#text(13pt, fill: luma(70))[${safe(company)}]`
  if (!headline) return `${opening}\n\n${safe(texts.empty)}`
  const figure = (value: string, mark: Mark, sentence: string) =>
    `[#block(below: 3mm)[#text(24pt, weight: "semibold", fill: accent)[${safe(value)}]#h(1pt)${noted(mark, 11)}] #text(10pt)[${safe(sentence)}]]`
  const { bar } = headline
  const total = Math.max(1, bar.europe + bar.outside + bar.unknown)
  const part = (cents: number) => `${((cents / total) * 100).toFixed(2)}%`
  const pieces = [
    bar.outside > 0 ? `rect(width: ${part(bar.outside)}, height: 9mm, fill: hatch, stroke: 0.7pt + luma(60))` : '',
    bar.europe > 0 ? `rect(width: ${part(bar.europe)}, height: 9mm, fill: accent, stroke: 0.7pt + accent)` : '',
    bar.unknown > 0 ? `rect(width: ${part(bar.unknown)}, height: 9mm, fill: none, stroke: 0.7pt + luma(120))` : '',
  ].filter((piece) => piece !== '')
  return [
    opening,
    `#v(6mm)\n#block(below: 4mm)[#text(44pt, weight: "semibold")[${safe(headline.costPerYear)}]#h(2pt)${noted('a', 22)}]\n#text(12pt)[${safe(headline.costSentence)}]`,
    pieces.length > 0 ? `#v(3mm)\n#stack(dir: ltr, ${pieces.join(', ')})` : '',
    legend(headline),
    `#v(4mm)\n#grid(columns: (1fr, 1fr, 1fr), gutter: 8mm,\n  ${[
      figure(headline.outsideShare, 'b', headline.sentence),
      figure(headline.crucialOutside, 'c', headline.crucialSentence),
      figure(headline.coverage, 'd', headline.coverageSentence),
    ].join(',\n  ')})`,
    actions.length > 0
      ? `== ${safe(texts.headings.whatNow)}\n${actions.map((action) => `+ ${safe(action)}`).join('\n')}`
      : '',
  ].join('\n\n')
}

/** What each part of the bar is, also for who prints in black and white. */
function legend({ bar, barText, barLabels }: Headline): string {
  const fills = { outside: 'hatch', europe: 'accent', unknown: 'none' }
  const parts = barText.split('; ')
  const items = barOrder.flatMap((origin, at) =>
    bar[origin] > 0
      ? [
          `[#box(baseline: 1.5pt, rect(width: 11pt, height: 8pt, fill: ${fills[origin]}, stroke: 0.6pt + luma(60))) #h(2pt) ${safe(parts[at] ?? barLabels[origin])}]`,
        ]
      : [],
  )
  return items.length === 0 ? '' : `#text(9.5pt)[${items.map((item) => `#box${item}`).join(' #h(14pt) ')}]`
}

/** A small letter, that stands again where the figure's source is told. */
function noted(mark: Mark, lift = 4): string {
  return `#text(9pt, weight: "regular", fill: luma(70), baseline: -${lift}pt)[${mark}]`
}

function shares(report: Report, texts: Texts): string {
  const tables: [string, Share[]][] = [
    [texts.headings.byCountry, shortened(report.byCountry, 6, report.language)],
    [texts.headings.byParent, shortened(report.byParent, 8, report.language)],
    [texts.headings.byProcess, shortened(report.byProcess, 8, report.language)],
  ]
  const { services, crucial, cost } = texts.columns
  return tables
    .filter(([, rows]) => rows.length > 0)
    .map(([heading, rows]) => {
      const cells = rows.map(
        (row) => `[${safe(row.name)}], [${row.services}], [${row.crucial}], [${safe(row.costText)}]`,
      )
      return `#block(breakable: false)[
== ${safe(heading)} ${noted('a')}
#table(columns: (1fr, auto, auto, auto), align: (left, right, right, right), stroke: (x, y) => (bottom: 0.4pt + luma(180)),
  table.header([], [*${safe(services)}*], [*${safe(crucial)}*], [*${safe(cost)}*]),
  ${cells.join(',\n  ')})
]`
    })
    .join('\n\n')
}

function list(heading: string, lines: string[]): string {
  return lines.length === 0 ? '' : `== ${safe(heading)}\n${lines.map((line) => `- ${safe(line)}`).join('\n')}`
}

function figureNotes({ figures }: Report, texts: Texts): string {
  if (figures.length === 0) return ''
  const lines = figures.map(({ mark, text }) => `[${mark}], [${safe(text)}]`)
  return `== ${safe(texts.headings.figures)}\n#[#set text(9.5pt)\n#grid(columns: (auto, 1fr), column-gutter: 6pt, row-gutter: 6pt, ${lines.join(',\n  ')})]`
}

function annex({ services }: Report, texts: Texts): string {
  const { columns, headings } = texts
  const heads = [columns.service, columns.parent, columns.country, columns.cost, columns.confidence, columns.evidence]
  const cells = services.map((row) => {
    const name = row.crucial ? `*${safe(row.name)}* ●` : safe(row.name)
    const notes = row.notes.map((note) => `#super[${note}]`).join('')
    const from = row.costFrom === '' ? '' : ` \\ #text(7pt, fill: luma(70))[${safe(row.costFrom)}]`
    return `[${name}], [${safe(row.parent)}${notes}], [${safe(row.country)}], [${safe(row.cost)}${from}], [${safe(row.confidence)}], [${safe(row.evidence)}]`
  })
  return `#pagebreak(weak: true)
== ${safe(headings.annex)}
#text(9pt)[● = ${safe(columns.crucial.toLowerCase())}]
#[#set text(8.5pt)
#table(columns: (1.3fr, 1.4fr, 1fr, auto, auto, 1.2fr), align: (left, left, left, right, left, left), stroke: (x, y) => (bottom: 0.3pt + luma(190)), inset: (x: 3pt, y: 3.5pt),
  table.header(${heads.map((head) => `[*${safe(head)}*]`).join(', ')}),
  ${cells.join(',\n  ')})]`
}

function sources(report: Report, texts: Texts): string {
  const lines = report.sources.map(
    ({ note, text, readOn, quote }) =>
      `[${note}], [${safe(text)}, ${safe(texts.columns.readOn)} ${safe(readOn)}${quote ? `: #emph[${safe(quote)}]` : ''}]`,
  )
  return `== ${safe(texts.headings.sources)}
#[#set text(8.5pt)
#grid(columns: (auto, 1fr), gutter: 5pt, ${lines.join(',\n  ')})]`
}
