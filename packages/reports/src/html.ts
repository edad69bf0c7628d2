import { barOrder, type Mark, type Report, type Share } from './report.ts'
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
  const { bar } = headline
  const total = Math.max(1, bar.europe + bar.outside + bar.unknown)
  const piece = (name: string, cents: number) =>
    cents > 0 ? `<i class="${name}" style="width:${((cents / total) * 100).toFixed(2)}%"></i>` : ''
  const figure = (value: string, mark: Mark, sentence: string) =>
    `<div><b>${safe(value)}${noted(mark)}</b> ${safe(sentence)}</div>`
  const parts = headline.barText.split('; ')
  const legend = barOrder.map((origin, at) =>
    bar[origin] > 0 ? `<span><i class="${origin}"></i>${safe(parts[at] ?? '')}</span>` : '',
  )
  return `<p class="cost"><b>${safe(headline.costPerYear)}${noted('a')}</b> ${safe(headline.costSentence)}</p>
<div class="bar" role="img" aria-label="${safe(headline.barText)}">${piece('outside', bar.outside)}${piece('europe', bar.europe)}${piece('unknown', bar.unknown)}</div>
<p class="legend">${legend.join('')}</p>
<div class="figures">${figure(headline.outsideShare, 'b', headline.sentence)}${figure(headline.crucialOutside, 'c', headline.crucialSentence)}${figure(headline.coverage, 'd', headline.coverageSentence)}</div>`
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
  const heads = ['', columns.services, columns.crucial, columns.cost].map((head) => `<th>${safe(head)}</th>`).join('')
  const lines = rows.map(
    (row) =>
      `<tr><td>${safe(row.name)}</td><td class="n">${row.services}</td><td class="n">${row.crucial}</td><td class="n">${safe(row.costText)}</td></tr>`,
  )
  return `<h2>${safe(heading)} ${noted('a')}</h2><table><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>`
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
.cost b{display:block;font-size:2.75rem}.bar{display:flex;height:2.2rem}.bar i{box-sizing:border-box;border:1px solid #333}
.outside{background:repeating-linear-gradient(135deg,#333 0 2px,#fff 2px 7px)}.europe{background:#0b5563}.unknown{background:#fff}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;font-size:.9rem}.legend i{display:inline-block;box-sizing:border-box;width:1.1rem;height:.8rem;border:1px solid #333;margin-right:.4rem}
sup{font-size:.65em;font-weight:400}h1 sup,h2 sup,b sup{font-size:.9rem}sup a{color:#4c5754}dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem .6rem}dd{margin:0}small{color:#4c5754}.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1.5rem}.figures b{display:block;font-size:1.75rem;color:#0b5563}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #c9d1cf;vertical-align:top}.n{text-align:right;white-space:nowrap}
.sample{border:3px solid #b3261e;color:#b3261e;padding:.4rem .8rem;font-weight:600}
@media print{body{margin:0;max-width:none;font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.annex{break-before:page}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}`
