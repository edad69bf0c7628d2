import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KnowledgeUpdate, OwnView, Service } from '@nabij/base'
import { afterAll, expect, it } from 'vitest'
import { temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'

const { root, remove } = temporaryRoot()
afterAll(remove)

it('corrects and updates what is known of vendors without a running box', async () => {
  const run = (...words: string[]) => nabij([...words, '--data', root])
  const said = ['--field', 'owner', '--value', 'Example Holding', '--source', 'by phone', '--date', '2026-11-20']
  expect((await run('knowledge', 'correct', 'meta', ...said)).code).toBe(0)
  const shown = await run('knowledge', 'show', 'meta')
  expect(shown.out).toMatch(/owner: Example Holding .*\[your own\]/)
  expect(shown.out).toMatch(/knowledge pack: Meta Platforms/)
  expect((await run('knowledge', 'correct', 'meta', '--field', 'weather')).code).toBe(2)

  // A scan keeps nothing, but goes by what was stated here.
  const lock = join(root, 'package-lock.json')
  const packages = { '': { dependencies: { react: '1' } }, 'node_modules/react': { version: '1' } }
  writeFileSync(lock, JSON.stringify({ name: 'x', lockfileVersion: 3, packages }))
  const { services } = (await run('register', 'scan', lock, '--json')).json<{ services: Service[] }>()
  expect(services.find(({ id }) => id === 'react')?.vendor).toMatchObject({
    ultimateParent: { name: 'Example Holding', source: { own: true } },
    own: { pack: { ultimateParent: { value: { country: 'US' } } } },
  })

  const shipped = readFileSync(new URL('../../packages/knowledge/pack.json', import.meta.url), 'utf8')
  const file = join(root, 'later.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(shipped), version: '2030.1.1' }))
  const dry = await run('knowledge', 'update', file, '--dry-run', '--json')
  expect(dry.json<KnowledgeUpdate>()).toMatchObject({ installed: false, now: { version: '2030.1.1' } })
  expect((await run('knowledge', 'check')).out).not.toContain('2030.1.1')
  expect((await run('knowledge', 'update', file)).code).toBe(0)
  expect((await run('knowledge', 'check')).out).toContain('2030.1.1')
  expect((await run('knowledge', 'update', file)).code).toBe(1)
  const lines = (await run('knowledge', 'export', '--json')).json<{ id: string; own?: OwnView }[]>()
  expect(lines.filter(({ own }) => own).map(({ id }) => id)).toEqual(['meta'])
  expect((await run('knowledge', 'update', '--undo')).code).toBe(0)
  expect((await run('knowledge', 'check')).out).not.toContain('2030.1.1')
  expect((await run('knowledge', 'correct', 'meta', '--field', 'owner', '--undo')).code).toBe(0)
  expect((await run('knowledge', 'show', 'meta')).out).not.toContain('Example Holding')
}, 300_000)
