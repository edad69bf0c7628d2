import { barOrder, type Headline, type Mark, type Report, type Share } from './report.ts'
import { shortened } from './shortened.ts'
import { type Texts, textsFor } from './texts.ts'

/** The paper as one HTML file that needs nothing else: to read, and to print where no PDF can be made. */
export function reportHtml(report: Report): string {
  const texts = textsFor(report.language)
  const body = [
    report.sample ? `<p class="sample">${safe(texts.sample)}</p>` : '',
    `<h1>${safe(report.title)}</h1><p class="company">${safe(report.company)}, ${safe(report.madeOn)}</p>`,
    headline(report, texts),
    list('ol', texts.headings.whatNow, report.actions),
    table(texts.headings.byCountry, shortened(report.byCountry, 6, report.language), texts),
    table(texts.headings.byParent, shortened(report.byParent, 8, report.language), texts),
    table(texts.headings.byProcess, shortened(report.byProcess, 8, report.language), texts),
    list('ul', texts.headings.gaps, report.gaps),
    list('ul', texts.headings.method, report.method),
    figureNotes(report, texts),
    annex(report, texts),
    sources(report, texts),
  ]
  return `<!doctype html>
<html lang="${report.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(report.title)}</title><style>${style}</style></head>
<body>${body.filter((part) => part !== '').join('\n')}</body></html>
`
}

function headline({ headline }: Report, texts: Texts): string {
  if (!headline) return `<p>${safe(texts.empty)}</p>`
  const figure = (value: string, mark: Mark, sentence: string) =>
    `<div><b>${safe(value)}${noted(mark)}</b> ${safe(sentence)}</div>`
  return `<p class="cost"><b>${safe(headline.costPerYear)}${noted('a')}</b> ${safe(headline.costSentence)}</p>
${barPart(headline)}
<div class="figures">${figure(headline.outsideShare, 'b', headline.sentence)}${figure(headline.crucialOutside, 'c', headline.crucialSentence)}${figure(headline.coverage, 'd', headline.coverageSentence)}</div>`
}

const fills = { outside: 'url(#hatch)', europe: '#0b5563', unknown: '#fff' }

/** Drawn, not a background: a printer draws lines as lines, in black and white too. */
function barPart({ bar, barText }: Headline): string {
  const total = Math.max(1, bar.europe + bar.outside + bar.unknown)
  const words = barText.split('; ')
  let x = 0
  const pieces: string[] = []
  const legend: string[] = []
  for (const [at, origin] of barOrder.entries()) {
    const width = (bar[origin] / total) * 100
    if (width <= 0) continue
    pieces.push(
      `<rect x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="100%" fill="${fills[origin]}" stroke="#333"/>`,
    )
    legend.push(
      `<span><svg width="18" height="12" aria-hidden="true"><rect width="18" height="12" fill="${fills[origin]}" stroke="#333"/></svg> ${safe(words[at] ?? '')}</span>`,
    )
    x += width
  }
  return `<svg class="bar" role="img" aria-label="${safe(barText)}"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M-1 1 1-1M0 6 6 0M5 7 7 5" stroke="#333" stroke-width="1.4"/></pattern></defs>${pieces.join('')}</svg>
<p class="legend">${legend.join('')}</p>`
}

/** A small letter, that stands again where the figure's source is told. */
function noted(mark: Mark): string {
  return `<sup><a href="#figure-${mark}">${mark}</a></sup>`
}

function figureNotes({ figures }: Report, { headings }: Texts): string {
  if (figures.length === 0) return ''
  const lines = figures.map(({ mark, text }) => `<dt id="figure-${mark}">${mark}</dt><dd>${safe(text)}</dd>`)
  return `<h2>${safe(headings.figures)}</h2><dl class="small">${lines.join('')}</dl>`
}

function list(kind: 'ol' | 'ul', heading: string, lines: string[]): string {
  if (lines.length === 0) return ''
  return `<h2>${safe(heading)}</h2><${kind}>${lines.map((line) => `<li>${safe(line)}</li>`).join('')}</${kind}>`
}

function table(heading: string, rows: Share[], { columns }: Texts): string {
  if (rows.length === 0) return ''
  const heads = ['', columns.services, columns.crucial, columns.cost]
    .map((head) => `<th scope="col">${safe(head)}</th>`)
    .join('')
  const lines = rows.map(
    (row) =>
      `<tr><td>${safe(row.name)}</td><td class="n">${row.services}</td><td class="n">${row.crucial}</td><td class="n">${safe(row.costText)}</td></tr>`,
  )
  return `<h2>${safe(heading)} ${noted('a')}</h2><table class="shares"><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function annex({ services }: Report, { columns, headings, yes }: Texts): string {
  if (services.length === 0) return ''
  const heads = [
    columns.service,
    columns.vendor,
    columns.parent,
    columns.country,
    columns.cost,
    columns.crucial,
    columns.confidence,
    columns.evidence,
  ]
  const lines = services.map((row) => {
    const notes = row.notes.map((note) => `<sup><a href="#source-${note}">${note}</a></sup>`).join('')
    const cells = [row.name, row.vendor, row.parent, row.country].map((text) => safe(text))
    cells[2] += notes
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td class="n">${safe(row.cost)}${row.costFrom ? `<br><small>${safe(row.costFrom)}</small>` : ''}</td><td>${row.crucial ? safe(yes) : ''}</td><td>${safe(row.confidence)}</td><td>${safe(row.evidence)}</td></tr>`
  })
  return `<h2 class="annex">${safe(headings.annex)}</h2><table><thead><tr>${heads.map((head) => `<th>${safe(head)}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function sources({ sources }: Report, { columns, headings }: Texts): string {
  if (sources.length === 0) return ''
  const lines = sources.map(
    ({ note, text, readOn, quote }) =>
      `<li id="source-${note}" value="${note}">${safe(text)}, ${safe(columns.readOn)} ${safe(readOn)}${quote ? `: <q>${safe(quote)}</q>` : ''}</li>`,
  )
  return `<h2>${safe(headings.sources)}</h2><ol class="small">${lines.join('')}</ol>`
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const style = `body{font:16px/1.45 "Source Sans 3",system-ui,sans-serif;color:#16211f;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1,h2{color:#0b5563;line-height:1.2}h1{margin-bottom:0}.company,.small{color:#4c5754}.small{font-size:.85rem}
.cost b{display:block;font-size:2.75rem}.bar{display:block;width:100%;height:2.2rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;font-size:.9rem}
sup{font-size:.65em;font-weight:400}h1 sup,h2 sup,b sup{font-size:.9rem}sup a{color:#4c5754}dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem .6rem}dd{margin:0}small{color:#4c5754}.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1.5rem}.figures b{display:block;font-size:1.75rem;color:#0b5563}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #c9d1cf;vertical-align:top}.n{text-align:right;white-space:nowrap}
.sample{border:3px solid #b3261e;color:#b3261e;padding:.4rem .8rem;font-weight:600}
.shares th:not(:first-child){text-align:right}.shares th:first-child{width:60%}
@page{size:A4;margin:16mm}
@media print{h2{break-after:avoid}.shares{break-inside:avoid}body{margin:0;padding:0;max-width:none;font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.annex{break-before:page}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}`
