import { spawn } from 'node:child_process'
import { cpSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ended, shim } from '../support/nabij.ts'

// A release archive in small: a Node of its own, and a program that tells what it is given.
describe('the launcher', () => {
  let place: string
  let launcher: string
  const program = `
    process.on('SIGTERM', () => { console.log('heard SIGTERM'); process.exit(7) })
    const [word] = process.argv.slice(2)
    if (word === 'wait') { console.log('ready'); setInterval(() => {}, 1000) }
    else if (word === 'die') process.kill(process.pid, 'SIGKILL')
    else { console.log(JSON.stringify({ node: process.execPath, words: process.argv.slice(2) })); process.exitCode = 3 }
  `

  beforeAll(() => {
    // On the disk of the clone, so that a Node can be there without copying it.
    mkdirSync(new URL('../../tmp', import.meta.url), { recursive: true })
    place = mkdtempSync(new URL('../../tmp/shim-', import.meta.url).pathname)
    for (const folder of ['bin', 'lib', 'node/bin']) mkdirSync(join(place, folder), { recursive: true })
    launcher = join(place, 'bin', 'nabij.mjs')
    cpSync(shim, launcher)
    writeFileSync(join(place, 'package.json'), '{"type":"module"}')
    writeFileSync(join(place, 'lib', 'main.js'), program)
    linkSync(process.execPath, join(place, 'node', 'bin', 'node'))
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  const launch = (...words: string[]) =>
    spawn(process.execPath, [launcher, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })

  it('hands over to the Node that comes along, with all words, and ends as it ends', async () => {
    const { code, json } = await ended(launch('inspection', 'run', '--x', 'a b'))
    expect(json()).toEqual({ node: join(place, 'node', 'bin', 'node'), words: ['inspection', 'run', '--x', 'a b'] })
    expect(code).toBe(3)
  })

  it('passes signals on', async () => {
    const child = launch('wait')
    child.stdout.once('data', () => child.kill('SIGTERM'))
    expect(await ended(child)).toMatchObject({ code: 7, out: 'ready\nheard SIGTERM\n' })
  })

  it('dies as its program dies', async () => {
    const child = launch('die')
    const outcome = ended(child)
    expect((await outcome).code).toBeNull()
    expect(child.signalCode).toBe('SIGKILL')
  })

  it('says in one sentence that nothing is installed', async () => {
    const clone = mkdtempSync(join(tmpdir(), 'nabij-clone-'))
    mkdirSync(join(clone, 'apps', 'box', 'bin'), { recursive: true })
    cpSync(shim, join(clone, 'apps', 'box', 'bin', 'nabij.mjs'))
    const bare = spawn(process.execPath, [join(clone, 'apps', 'box', 'bin', 'nabij.mjs'), 'start'], {
      env: { LANG: 'nl_NL' },
    })
    const { code, out, err } = await ended(bare)
    rmSync(clone, { recursive: true })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^nabij is hier nog niet geïnstalleerd: typ eerst npm start .*\n$/)
  })
})
