import type { Report, Share } from './report.ts'
import { type Texts, textsFor } from './texts.ts'

/**
 * The paper as Typst source, A4: two pages for who decides and an annex. Readable in black and white: Europe is solid,
 * outside is hatched, unknown is empty.
 */
export function reportTypst(report: Report): string {
  const texts = textsFor(report.language)
  return [
    setUp(report, texts),
    front(report, texts),
    shares(report, texts),
    list(texts.headings.gaps, report.gaps),
    list(texts.headings.method, report.method),
    report.services.length > 0 ? annex(report, texts) : '',
    report.sources.length > 0 ? sources(report, texts) : '',
  ].join('\n\n')
}

function setUp({ language, title, company, madeOn, sample }: Report, texts: Texts): string {
  const head = sample ? `text(fill: rgb("#b3261e"), weight: "semibold")[${safe(texts.sample)}]` : `[${safe(company)}]`
  return `#set document(title: "${quoted(title)}")
#set page(paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 22mm),
  header: context { set text(9pt, fill: luma(90)); ${head}; h(1fr); [${safe(madeOn)}] },
  footer: context { set text(9pt, fill: luma(90)); [nabij]; h(1fr); [${safe(texts.page)} #counter(page).display("1 / 1", both: true)] })
#set text(font: "Source Sans 3", size: 10.5pt, lang: "${language}", number-type: "lining")
#set par(leading: 0.62em)
#let accent = rgb("#0b5563")
#let hatch = tiling(size: (5pt, 5pt))[#place(line(start: (0%, 100%), end: (100%, 0%), stroke: 1pt + luma(60)))]
#show heading: set text(fill: accent, weight: "semibold")
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)`
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

/** Text that Typst shows as it is, whatever a vendor's name or a file's name holds. */
function safe(text: string): string {
  return `#"${quoted(text)}"`
}

function quoted(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\p{Cc}/gu, ' ')
}
