import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const falls = new URL('./falls.ts', import.meta.url).href
const program = (what: string) => `
  import { watchFalls } from '${falls}'
  watchFalls((level, message, { error }) => console.log(level, message, error.message))
  ${what}
`
const words = (what: string) => ['--input-type=module', '--eval', program(what)]

it('a promise that failed unseen is written down, and the box goes on', () => {
  const out = execFileSync(
    process.execPath,
    words(`Promise.reject(new Error('lost')); setTimeout(() => console.log('went on'), 20)`),
  )
  expect(out.toString()).toBe('warn nobody caught this lost\nwent on\n')
})

it('an error thrown in the middle of something is written down before the end', () => {
  const { status, stdout } = spawnSync(process.execPath, words(`setTimeout(() => { throw new Error('broken') })`))
  expect(stdout.toString()).toBe('warn ended by an error broken\n')
  expect(status).not.toBe(0)
})
