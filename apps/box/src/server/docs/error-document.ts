import { type ErrorCode, type ErrorText, errorCatalogue } from '@nabij/base'

const codes = Object.keys(errorCatalogue).toSorted() as ErrorCode[]

/** The pages of docs/errors by file name: one for each code, Dutch then English, and an index. */
export function errorDocuments(): Record<string, string> {
  return { ...Object.fromEntries(codes.map((code) => [`${code}.md`, document(code)])), 'README.md': index() }
}

function document(code: ErrorCode): string {
  const { status, exit, nl, en } = errorCatalogue[code]
  return `# ${code}

HTTP ${status} · exit code ${exit}

## Nederlands

${section(nl, 'Wat betekent dit?', 'Wat kun je doen?')}

## English

${section(en, 'What does this mean?', 'What can you do?')}
`
}

function section({ title, meaning, action }: ErrorText, what: string, now: string): string {
  return `**${places(title)}**\n\n### ${what}\n\n${places(meaning)}\n\n### ${now}\n\n${places(action)}`
}

function index(): string {
  const rows = codes.map((code) => {
    const { status, nl, en } = errorCatalogue[code]
    return `| [${code}](${code}.md) | ${status} | ${cell(nl.title)} | ${cell(en.title)} |`
  })
  return `# Errors

Made from the catalogue in \`packages/base/src/errors\` by \`tools/generate-error-pages.ts\`. The box shows the same at \`/errors\`.

| code | HTTP | Nederlands | English |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}

/** What an error fills in is shown as ‹name›. */
function places(text: string): string {
  return text.replace(/\{(\w+)\}/g, '‹$1›').replace(/[<>*_`|]/g, String.raw`\$&`)
}

function cell(text: string): string {
  return places(text).replaceAll('\n', ' ')
}
