import { dataParts } from './data-parts.ts'
import { licenceText } from './licence-texts.ts'
import type { Part } from './shipped-parts.ts'

/** THIRD-PARTY-NOTICES.md: whose work is inside nabij, and under which terms. */
export function notices(root: string, parts: readonly Part[]): string {
  const byText = new Map<string, Part[]>()
  for (const part of parts) {
    const text = licenceText(root, part, parts)
    byText.set(text, [...(byText.get(text) ?? []), part])
  }
  const sections = [...byText].map(([text, same]) => `${same.map(heading).join('\n')}\n\n${fenced(text)}`)
  return [
    '# Work of others in nabij',
    'Made by `tools/generate-parts.ts` from the lock file; `npm run check` refuses one that is out of date. A release archive holds the packages for one kind of computer.',
    '## Data',
    ...dataParts.map((part) => `### ${part.name}\n\n${part.license}, from ${part.origin}. ${part.credit}`),
    '## Packages',
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function heading({ name, version, license }: Part): string {
  return `### ${name} ${version} (${license})`
}

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}text\n${text}\n${fence}`
}
