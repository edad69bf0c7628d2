import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const programs = globSync('conformance/clients/*.mjs', { cwd: root }).sort()

describe.each(['nl', 'en'])('docs/drop-in/%s.md', (language) => {
  const text = readFileSync(join(root, `docs/drop-in/${language}.md`), 'utf8')

  it.each(programs)('shows %s as it runs in the tests', (program) => {
    expect(text).toContain(`\`\`\`js\n${readFileSync(join(root, program), 'utf8').trim()}\n\`\`\``)
  })

  it('shows one program for each service', () => {
    expect(text.match(/^```js$/gm)).toHaveLength(programs.length)
  })
})
