import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { temporaryRoot } from '../support/box.ts'
import { ended } from '../support/nabij.ts'
import { until } from '../support/until.ts'

const clone = new URL('../../', import.meta.url).pathname
const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

// npm passes a signal on to its shell, and a shell that ends tells nobody. Service managers and editors stop it like that.
it.each([
  ['npm start', 'npm', ['start', '--']],
  ['npx nabij start', 'npx', ['nabij', 'start']],
])('%s ends its box when only npm itself is told to', async (_, program, words) => {
  const { root, remove } = temporaryRoot()
  undo.push(remove)
  const child = spawn(program, [...words, '--data', root, '--port', '0', '--lang', 'en'], { cwd: clone })
  const outcome = ended(child)
  const file = join(root, 'running.json')
  await until(
    () => existsSync(file),
    () => `it ended with ${child.exitCode}`,
  )
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number }
  undo.push(() => void (isAlive(pid) && process.kill(pid, 'SIGKILL')))
  child.kill('SIGTERM')
  await until(
    () => !isAlive(pid),
    () => 'the box still runs',
    20,
  )
  expect((await outcome).err).toBe('')
  expect(existsSync(file)).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
