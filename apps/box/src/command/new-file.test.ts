import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newFile } from './new-file.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'nabij-new-file-')))
afterAll(() => rmSync(place, { recursive: true }))
const at = (name: string) => join(place, name)

it('takes a new name, an old file, and the file behind a link', () => {
  writeFileSync(at('old'), '')
  symlinkSync(at('old'), at('link'))
  symlinkSync(at('not yet'), at('loose'))
  expect(newFile(at('new'))).toBe(at('new'))
  expect(newFile(at('old'))).toBe(at('old'))
  expect(newFile(at('link'))).toBe(at('old'))
  expect(newFile(at('loose'))).toBe(at('loose'))
})

// A file is put in its place by renaming: that would take away a pipe, or /dev/null from the whole computer.
it('refuses what is no file, and what has no folder', () => {
  mkdirSync(at('folder'))
  symlinkSync('/dev/null', at('link to nothing'))
  // Only looked at: nothing is written.
  const reasons = { folder: 'EISDIR', 'link to nothing': 'ENOTSUP', 'nowhere/file': 'ENOENT' }
  for (const [name, reason] of Object.entries(reasons))
    expect(() => newFile(at(name)), name).toThrow(
      expect.objectContaining({ code: 'NABIJ_COMMAND_WRITE', params: { path: at(name), reason } }),
    )
})
