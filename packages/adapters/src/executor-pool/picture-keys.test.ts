import { hash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { pictureKeys } from './picture-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'nabij-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('says the hash of a file, of other content with the same length and time as well', async () => {
  const path = join(folder, 'picture')
  const keys = pictureKeys()
  writeFileSync(path, 'one')
  expect(await keys.of(path)).toBe(hash('sha256', 'one'))
  expect(await keys.of(path)).toBe(hash('sha256', 'one'))
  const { atime, mtime } = statSync(path)
  writeFileSync(path, 'two')
  utimesSync(path, atime, mtime)
  expect(await keys.of(path)).toBe(hash('sha256', 'two'))
  rmSync(path)
  await expect(keys.of(path)).rejects.toThrow('ENOENT')
})
