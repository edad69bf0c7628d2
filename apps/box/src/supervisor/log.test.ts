import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from './log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nabij-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lines = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; error?: { message: string } })

it('writes one JSON object a line, errors with their cause, for the owner only', () => {
  const { log, close } = openLog(folder)
  log('info', 'first', { station: 'x' })
  log('warn', 'second', { error: new Error('lost', { cause: new Error('cable') }) })
  close()
  expect(lines('nabij.log')).toMatchObject([
    { msg: 'first', station: 'x' },
    { msg: 'second', error: { message: 'lost', cause: 'cable' } },
  ])
  expect(statSync(join(folder, 'nabij.log')).mode & 0o077).toBe(0)
})

it('keeps a few files of bounded size, and goes on where it was', () => {
  for (let run = 0; run < 3; run++) {
    const { log, close } = openLog(folder, { bytes: 1000, kept: 2 })
    for (let n = 0; n < 20; n++) log('info', `line ${run}-${n}`)
    close()
  }
  expect(readdirSync(folder).sort()).toEqual(['nabij.1.log', 'nabij.2.log', 'nabij.log'])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1300)
  expect(lines('nabij.log').at(-1)?.msg).toBe('line 2-19')
})
