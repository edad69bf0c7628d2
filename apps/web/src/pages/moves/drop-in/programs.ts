import type { DialectId } from '@nabij/base'

/** Texts, not code of the page: the very files that the tests with the official clients let run against a box. */
const files = import.meta.glob<string>('../../../../../../conformance/clients/*.mjs', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A program of ten lines for a service, with its official client; null where there is none. */
export function programOf(dialect: DialectId): string | null {
  const found = Object.entries(files).find(([path]) => path.endsWith(`/${dialect}.mjs`))
  return found ? found[1].trim() : null
}
