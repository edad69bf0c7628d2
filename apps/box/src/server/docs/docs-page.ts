import { operationsOf } from './api-document.ts'
import { curlLine } from './curl-line.ts'
import type { ApiDocument, Content, Operation, Parameter, Place } from './document-types.ts'
import { escapeHtml, htmlPage, prose } from './html.ts'
import { shapeText } from './shape-text.ts'

const groups = [
  'Box',
  'People',
  'Devices',
  'Keys',
  'Audit log',
  'Stations',
  'Products',
  'Teaching',
  'Verdicts',
  'Feedback',
  'Outputs',
  'Register',
  'Evidence',
  'Doubts',
  'Conclusions',
  'Papers',
  'Letters',
  'Exit plans',
  'Knowledge',
  'Economics',
  'Moves',
  'Drop-in',
  'Models',
  'Chips',
  'Events',
  'Downloads',
  'Jobs',
  'Backups',
  'Sample',
]

/** The documentation of the API as one page, without a script. `address` is where curl finds this box. */
export function docsPage(document: ApiDocument, address: string): string {
  const places = operationsOf(document)
  const of = (tag: string): Place[] => places.filter(({ operation }) => operation.tags?.includes(tag))
  const schemas = Object.entries(document.components?.schemas ?? {})
  const body = [
    `<header><h1>The API of nabij</h1>${prose(document.info.description ?? '')}`,
    '<p>The same as a document: <a href="/api/v1/openapi.json">openapi.json</a> · <a href="/errors?lang=en">all errors</a> · <a href="/">to nabij</a></p></header>',
    `<nav aria-label="Operations">${groups.map((tag) => `<div><h3>${tag}</h3><ul>${of(tag).map(entry).join('')}</ul></div>`).join('')}</nav>`,
    '<main>',
    ...groups.map(
      (tag) =>
        `<h2>${tag}</h2>\n${of(tag)
          .map((place) => section(place, address))
          .join('\n')}`,
    ),
    '<h2 id="shapes">Shapes</h2>',
    ...schemas.map(
      ([name, schema]) =>
        `<h3 id="${name}">${name}</h3><pre tabindex="0"><code>${linked(shapeText(schema))}</code></pre>`,
    ),
    '</main>',
  ]
  return htmlPage('nabij: the API', 'en', body.join('\n'))
}

function entry({ method, path, operation }: Place): string {
  return `<li><a href="#${anchor(method, path)}">${escapeHtml(operation.summary)}</a></li>`
}

function section(place: Place, address: string): string {
  const { method, path, operation } = place
  const parts = [
    prose(operation.description ?? ''),
    parameters(operation.parameters ?? []),
    sent(operation.requestBody),
    answers(operation.responses),
    `<pre tabindex="0"><code>${escapeHtml(curlLine(place, address))}</code></pre>`,
  ]
  const heading = `<span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code> <span>${escapeHtml(operation.summary)}</span>`
  return `<details open id="${anchor(method, path)}"><summary>${heading}</summary>\n${parts.join('\n')}\n</details>`
}

function parameters(list: Parameter[]): string {
  if (list.length === 0) return ''
  const rows = list.map(({ name, in: where, required, schema, description }) => {
    const cells = [where + (required ? ', needed' : ', optional'), shapeText(schema), description ?? '']
    return `<tr><td><code>${escapeHtml(name)}</code></td>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  })
  return table(['Parameter', 'Where', 'Shape', 'Meaning'], rows)
}

function sent(body: Operation['requestBody']): string {
  if (!body) return ''
  const kinds = kindsOf(body.content).map((kind) => `<li>${kind}</li>`)
  const text = body.description ? `: ${escapeHtml(body.description)}` : ''
  return `<h3>Send${text}</h3><ul>${kinds.join('')}</ul>`
}

/** What comes back; the errors, which all have one shape, in one list below it. */
function answers(responses: Operation['responses']): string {
  const all = Object.entries(responses)
  const good = all.filter(([status]) => status.startsWith('2'))
  const rows = good.map(([status, { description, content }]) => {
    return `<tr><td>${status}</td><td>${escapeHtml(description)}</td><td>${kindsOf(content ?? {}).join('<br>')}</td></tr>`
  })
  const errors = all
    .filter(([status]) => /^[45]/.test(status))
    .map(([status, { description }]) => `<li>${status} ${errorLinks(description)}</li>`)
  const list = errors.length > 0 ? `<h3>Errors</h3><ul class="errors">${errors.join('')}</ul>` : ''
  return table(['Status', 'Answer', 'Shape'], rows) + list
}

function errorLinks(description: string): string {
  return escapeHtml(description).replace(/`(NABIJ_\w+)`/g, '<a href="/errors/$1?lang=en">$1</a>')
}

function table(heads: string[], rows: string[]): string {
  const head = heads.map((word) => `<th scope="col">${word}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function kindsOf(content: Content): string[] {
  return Object.entries(content).map(([type, { schema }]) => `<code>${escapeHtml(type)}</code> ${inline(schema)}`)
}

function inline(schema: unknown): string {
  const text = shapeText(schema).replaceAll(/\s*\n\s*/g, ' ')
  return text === 'string (binary)' ? '<span class="soft">bytes</span>' : linked(text)
}

/** Names of shapes lead to the shape: they alone begin with a capital and name no field. */
function linked(text: string): string {
  return escapeHtml(text).replace(/\b([A-Z][a-z]+(?:[A-Z][a-z]+)*)\b(?![?:])/g, '<a href="#$1">$1</a>')
}

function anchor(method: string, path: string): string {
  return `${method}${path.replaceAll(/[^a-z0-9]+/g, '-')}`.replace(/-$/, '')
}
