import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLinks } from './links.ts'

it('finds links that lead nowhere, from where the document stands', () => {
  const root = mkdtempSync(join(tmpdir(), 'nabij-links-'))
  mkdirSync(join(root, 'docs'))
  writeFileSync(join(root, 'docs', 'a.png'), '')
  writeFileSync(join(root, 'README.md'), '![a](docs/a.png) [b](docs/b.png) [w](https://example.org/x) [here](#top)')
  writeFileSync(join(root, 'docs', 'c.md'), '[a](a.png#part) [r](../README.md) [n](docs/a.png)')
  expect(checkLinks(root, ['README.md', 'docs/c.md', 'docs/a.png'])).toEqual([
    'README.md: there is no docs/b.png',
    'docs/c.md: there is no docs/a.png',
  ])
  rmSync(root, { recursive: true })
})
