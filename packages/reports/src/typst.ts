import type { Report, Share } from './report.ts'
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
    report.services.length > 0 ? annex(report, texts) : '',
    report.sources.length > 0 ? sources(report, texts) : '',
  ].join('\n\n')
}

function front({ title, company, headline, actions }: Report, texts: Texts): string {
  const opening = `= ${safe(title)}\n\n#text(13pt, fill: luma(70))[${safe(company)}]`
  if (!headline) return `${opening}\n\n${safe(texts.empty)}`
  const figure = (value: string, sentence: string) =>
    `[#text(24pt, weight: "semibold", fill: accent)[${safe(value)}] \\ #text(10pt)[${safe(sentence)}]]`
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
    `#v(6mm)\n#text(44pt, weight: "semibold")[${safe(headline.costPerYear)}] \\ #text(12pt)[${safe(headline.costSentence)}]`,
    pieces.length > 0 ? `#v(3mm)\n#stack(dir: ltr, ${pieces.join(', ')})` : '',
    `#text(9pt, fill: luma(70))[${safe(headline.barText)}]`,
    `#v(4mm)\n#grid(columns: (1fr, 1fr, 1fr), gutter: 8mm,\n  ${[
      figure(headline.outsideShare, headline.sentence),
      figure(headline.crucialOutside, headline.crucialSentence),
      figure(headline.coverage, headline.coverageSentence),
    ].join(',\n  ')})`,
    actions.length > 0
      ? `== ${safe(texts.headings.whatNow)}\n${actions.map((action) => `+ ${safe(action)}`).join('\n')}`
      : '',
  ].join('\n\n')
}

function shares(report: Report, texts: Texts): string {
  const tables: [string, Share[]][] = [
    [texts.headings.byCountry, report.byCountry],
    [texts.headings.byParent, report.byParent.slice(0, 12)],
    [texts.headings.byProcess, report.byProcess],
  ]
  const { services, crucial, cost } = texts.columns
  return tables
    .filter(([, rows]) => rows.length > 0)
    .map(([heading, rows]) => {
      const cells = rows.map(
        (row) => `[${safe(row.name)}], [${row.services}], [${row.crucial}], [${safe(row.costText)}]`,
      )
      return `== ${safe(heading)}
#table(columns: (1fr, auto, auto, auto), align: (left, right, right, right), stroke: (x, y) => (bottom: 0.4pt + luma(180)),
  table.header([], [*${safe(services)}*], [*${safe(crucial)}*], [*${safe(cost)}*]),
  ${cells.join(',\n  ')})`
    })
    .join('\n\n')
}

function list(heading: string, lines: string[]): string {
  return lines.length === 0 ? '' : `== ${safe(heading)}\n${lines.map((line) => `- ${safe(line)}`).join('\n')}`
}

function annex({ services }: Report, texts: Texts): string {
  const { columns, headings } = texts
  const heads = [columns.service, columns.parent, columns.country, columns.cost, columns.confidence, columns.evidence]
  const cells = services.map((row) => {
    const name = row.crucial ? `*${safe(row.name)}* ●` : safe(row.name)
    const notes = row.notes.map((note) => `#super[${note}]`).join('')
    const texts = [row.country, row.cost, row.confidence, row.evidence].map((text) => `[${safe(text)}]`)
    return `[${name}], [${safe(row.parent)}${notes}], ${texts.join(', ')}`
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
