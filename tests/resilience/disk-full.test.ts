import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ended, shim } from '../support/nabij.ts'

// A disk of its own, of a few megabytes, that only the processes inside see: no other way to a disk that is really full.
const small = 'mount -t tmpfs -o size="$1" tmpfs "$2"'
const folder = mkdtempSync(join(tmpdir(), 'nabij-full-'))
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', small, 'sh', '1m', folder]).status === 0
afterAll(() => rmSync(folder, { recursive: true }))

it.runIf(canMount).each([
  ['at the first start', ''],
  ['at a later start', 'timeout -s TERM 5 "$3" "$4" start --data "$2" --port 0 > /dev/null;'],
])('a start on a full disk says so, %s', async (_when, before) => {
  const fill = 'head -c 64m /dev/zero > "$2/filler"'
  const script = `${small}; ${before} ${fill}; "$3" "$4" start --data "$2" --port 0`
  const words = ['-rm', 'sh', '-c', script, 'sh', '8m', folder, process.execPath, shim]
  const outcome = await ended(spawn('unshare', words, { env: { ...process.env, LANG: 'C' }, stdio: 'pipe' }))
  expect(outcome).toMatchObject({ code: 3, err: expect.stringContaining('(NABIJ_DISK_FULL)') })
})
