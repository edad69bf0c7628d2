import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { alive, until } from '../testing/processes.ts'

const program = fileURLToPath(new URL('./testing/parent-program.ts', import.meta.url))

it.each(['never', 'spin'])('no child outlives a pool that is killed (the child: %s)', async (word) => {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-orphan-'))
  const out = join(folder, 'out')
  const parent = spawn(process.execPath, [program, out, 'pid', word], { stdio: 'inherit' })
  // The fixture writes down each photo before it does what it says: from then on it is busy.
  const written = () => (existsSync(`${out}.part`) ? readFileSync(`${out}.part`, 'utf8').split('\n') : [])
  await until(() => written().includes(word))
  const pid = Number(written()[0])
  expect(alive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await until(() => !alive(pid))
  rmSync(folder, { recursive: true })
})
