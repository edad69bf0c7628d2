import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkLock } from './lock.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nabij-lock-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(manifest: object, packages: object): void {
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
}

const whole = { integrity: 'sha512-a' }

it('finds nothing in a whole lock file, nor in our own', () => {
  write({ dependencies: { a: '1.0.0' } }, { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': whole })
  expect(checkLock(root)).toEqual([])
  expect(checkLock(join(import.meta.dirname, '..', '..'))).toEqual([])
})

it.each([
  [
    'an optional package of another platform that was left out',
    { 'node_modules/a': { ...whole, optionalDependencies: { 'a-mac': '1' } } },
    'a-mac',
  ],
  ['a package without a checksum', { 'node_modules/a': {} }, 'no checksum'],
  [
    'the address of a registry',
    { 'node_modules/a': { ...whole, resolved: 'https://somewhere/a.tgz' } },
    'names a registry',
  ],
])('finds %s', (_what, packages, fault) => {
  write({}, { '': {}, ...packages })
  expect(checkLock(root)).toEqual([expect.stringContaining(fault)])
})

it('finds a version that is not exact or not the locked one', () => {
  write({ dependencies: { a: '^1.0.0' } }, { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': whole })
  expect(checkLock(root)).toEqual([
    expect.stringContaining('no exact version'),
    expect.stringContaining('differ from the lock file'),
  ])
})
