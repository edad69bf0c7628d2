import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'

interface Report {
  ok: boolean
  problems: number
  warnings: number
  checks: { name: string; state: 'ok' | 'warning' | 'problem'; found: string; todo: string | null }[]
}

describe('nabij doctor', () => {
  let root: string
  let remove: () => void
  beforeEach(() => {
    ;({ root, remove } = temporaryRoot())
  })
  afterEach(() => remove())

  async function examine(words: string[] = []) {
    const outcome = await nabij(['doctor', '--data', root, '--json', ...words])
    const report = outcome.json<Report>()
    return { ...outcome, report, check: (name: string) => report.checks.find((check) => check.name === name) }
  }

  it('looks at everything, and says what to do about what is not well', async () => {
    const { code, report } = await examine()
    expect(report.checks.map(({ name }) => name).sort()).toEqual(
      [
        'clock',
        'cores',
        'database',
        'disk',
        'executor',
        'ffmpeg',
        'folder',
        'memory',
        'models',
        'node',
        'page',
        'port',
      ].sort(),
    )
    for (const { state, todo } of report.checks) expect(todo === null).toBe(state === 'ok')
    expect(code).toBe(report.problems > 0 ? 1 : 0)
    expect(report.ok).toBe(report.problems === 0)
  })

  it('is right about the model, the executor and the clock of this installation', async () => {
    const { check } = await examine()
    for (const name of ['models', 'executor', 'node', 'clock', 'database', 'folder'])
      expect(`${name} ${check(name)?.state}`).toBe(`${name} ok`)
  })

  it('finds a damaged database, and answers "no"', async () => {
    mkdirSync(join(root, 'own'))
    writeFileSync(join(root, 'own', 'nabij.sqlite'), `SQLite format 3\0${'garbage'.repeat(1000)}`)
    const { code, check } = await examine()
    expect(code).toBe(1)
    expect(check('database')).toMatchObject({ state: 'problem', todo: expect.stringContaining('restore') })
  })

  it('finds a file where the folder should be', async () => {
    const file = join(root, 'file')
    writeFileSync(file, 'mine')
    for (const place of [file, join(file, 'data')]) {
      const { code, check } = await examine(['--data', place])
      expect(code).toBe(1)
      expect(check('folder')).toMatchObject({ state: 'problem', found: `${file} is not a folder` })
    }
  })

  it('finds a clock that is behind what was stored', async () => {
    mkdirSync(join(root, 'own'))
    const database = new DatabaseSync(join(root, 'own', 'nabij.sqlite'))
    database.exec(`create table verdict (recorded_at integer); insert into verdict values (${Date.now() + 3_600_000})`)
    database.close()
    const { check } = await examine()
    expect(check('clock')?.state).toBe('warning')
  })

  it('speaks to people too', async () => {
    const { out } = await nabij(['doctor', '--data', root, '--lang', 'nl'])
    expect(out).toContain('✓ Model')
    expect(out).toContain('Map met gegevens')
  })
})
