import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Station, Status } from '@nabij/base'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryRoot } from '../support/box.ts'
import { call } from '../support/client.ts'
import { ended, nabij, shim } from '../support/nabij.ts'
import { until } from '../support/until.ts'

interface Started {
  address: string
  pid: number
  alreadyRunning: boolean
  otherPort: boolean
}

const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

function newRoot(): string {
  const { root, remove } = temporaryRoot()
  undo.push(remove)
  return root
}

/** `nabij start` as a process of its own, once it has said where it is. */
async function start(root: string, words: string[] = ['--port', '0']) {
  const child = spawn(process.execPath, [shim, 'start', '--data', root, '--json', ...words], {
    env: { ...process.env, LANG: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const outcome = ended(child)
  let said = ''
  child.stdout.on('data', (text: string) => {
    said += text
  })
  undo.push(async () => {
    child.kill('SIGKILL')
    await outcome
  })
  const line = await until(
    () => (said.includes('\n') ? said : null),
    () => `${child.exitCode} ${said}`,
  )
  return { child, outcome, ...(JSON.parse(line) as Started) }
}

describe('nabij start', () => {
  it('says in at most six lines and an address where it is, and that nothing leaves', async () => {
    const root = newRoot()
    const child = spawn(process.execPath, [shim, 'start', '--data', root, '--port', '0', '--lang', 'nl'])
    const outcome = ended(child)
    const running = join(root, 'running.json')
    await until(
      () => existsSync(running),
      () => `${child.exitCode}`,
    )
    const { address } = JSON.parse(readFileSync(running, 'utf8')) as Started
    child.kill('SIGTERM')
    const { code, out, err } = await outcome
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.trim().split('\n').length).toBeLessThanOrEqual(8)
    expect(out).toContain(`  ${address}\n  alleen deze computer · er verlaat niets dit apparaat\n`)
  })

  it('started twice says so with the address, also at the very same moment', async () => {
    const root = newRoot()
    const [first, second] = await Promise.all([start(root), start(root)])
    const again = await nabij(['start', '--data', root])
    expect([first.alreadyRunning, second.alreadyRunning].sort()).toEqual([false, true])
    expect(second.address).toBe(first.address)
    expect(again).toMatchObject({ code: 0, out: `nabij is already running at ${first.address}\n`, err: '' })
    // Who asks for another place is told that it did not get it.
    const elsewhere = await nabij(['start', '--data', root, '--host', '0.0.0.0'])
    expect(elsewhere.out).toContain('Stop it first')
  })

  it('takes the next free port when one is taken, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    undo.push(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { address, otherPort } = await start(newRoot(), ['--port', String(port)])
    expect(otherPort).toBe(true)
    expect(Number(new URL(address).port)).toBeGreaterThan(port)
  })

  it('refuses to listen elsewhere while nobody is in charge, and makes nothing', async () => {
    const root = join(newRoot(), 'data')
    const hosts = ['0.0.0.0', '192.168.1.10', '::', 'example.org']
    const refused = await Promise.all(hosts.map((host) => nabij(['start', '--data', root, '--host', host])))
    for (const { code, err } of refused.slice(0, 3)) expect(`${code} ${err}`).toMatch(/^2 .*NABIJ_OWNER_NEEDED/s)
    expect(refused[3]).toMatchObject({ code: 2, err: expect.stringContaining('NABIJ_ONLY_THIS_COMPUTER') })
    expect(existsSync(root)).toBe(false)
  })

  it('refuses a folder that is a file, and one that is not nabij’s', async () => {
    const root = newRoot()
    const file = join(root, 'file')
    writeFileSync(file, 'mine')
    expect(await nabij(['start', '--data', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('NABIJ_FOLDER_NO_FOLDER'),
    })
    mkdirSync(join(root, 'own'))
    writeFileSync(join(root, 'own', 'thesis.doc'), 'mine')
    expect(await nabij(['start', '--data', root, '--port', '0'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('NABIJ_FOLDER_FOREIGN'),
    })
    expect(readFileSync(join(root, 'own', 'thesis.doc'), 'utf8')).toBe('mine')
  })

  it.runIf(process.getuid?.() === 0)('refuses a folder of another user, and leaves nothing in it', async () => {
    const root = newRoot()
    chownSync(root, 4321, 4321)
    expect(await nabij(['start', '--data', root, '--port', '0'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('NABIJ_FOLDER_OWNER'),
    })
    expect(readdirSync(root)).toEqual([])
  })
})

describe('the end', () => {
  it('comes clean after each signal, also when a launcher passes it on once more', async () => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const roots = signals.map(newRoot)
    await Promise.all(
      signals.map(async (signal, index) => {
        const { child, outcome } = await start(roots[index] ?? '')
        child.kill(signal)
        // The same one twice would be one to the system.
        child.kill(signal === 'SIGTERM' ? 'SIGINT' : 'SIGTERM')
        expect(await outcome).toMatchObject({ code: 0, err: '' })
      }),
    )
    for (const root of roots) {
      expect(existsSync(join(root, 'running.json'))).toBe(false)
      expect(readdirSync(join(root, 'own'))).not.toContain('nabij.sqlite-wal')
    }
  })

  it('comes in the middle of learning and judging, and leaves no process', async () => {
    const root = newRoot()
    const { address, pid } = await start(root)
    await call<Status>(address, '/sample', { method: 'POST' })
    await until(
      async () => (await sampleStations(address)).find(({ state }) => state === 'learning'),
      () => 'the sample does not learn',
    )
    const children = childrenOf(pid)
    expect(children.length).toBeGreaterThan(0)
    const begin = performance.now()
    expect(await nabij(['stop', '--data', root])).toMatchObject({ code: 0, out: 'nabij has stopped.\n' })
    console.log(`stopped in ${((performance.now() - begin) / 1000).toFixed(1)} s, the start of the command included`)
    expect(children.filter((child) => existsSync(`/proc/${child}`))).toEqual([])
  })

  it('by SIGKILL is noticed by the next start, which simply starts', async () => {
    const root = newRoot()
    const first = await start(root)
    process.kill(first.pid, 'SIGKILL')
    await first.outcome
    expect(existsSync(join(root, 'running.json'))).toBe(true)
    expect(await nabij(['status', '--data', root, '--json'])).toMatchObject({ code: 1 })
    const second = await start(root)
    expect(second.alreadyRunning).toBe(false)
  })

  it('of nothing is fine too', async () => {
    expect(await nabij(['stop', '--data', newRoot()])).toMatchObject({ code: 0, out: 'nabij was not running.\n' })
  })
})

it('nabij status says how it is', async () => {
  const root = newRoot()
  const absent = await nabij(['status', '--data', root, '--json'])
  expect(absent.code).toBe(1)
  expect(absent.json()).toEqual({ running: false, root })
  const { address, pid } = await start(root)
  const present = await nabij(['status', '--data', root, '--json'])
  expect(present.code).toBe(0)
  expect(present.json()).toMatchObject({
    running: true,
    address,
    pid,
    workspace: 'own',
    egress: { bytes: 0, connections: 0 },
  })
})

it('writes its log in the data folder, for nobody else to read', async () => {
  const root = newRoot()
  const { outcome, child } = await start(root)
  child.kill('SIGTERM')
  await outcome
  const [first] = readFileSync(join(root, 'log', 'nabij.log'), 'utf8').split('\n')
  expect(JSON.parse(first ?? '')).toMatchObject({ msg: 'started' })
})

async function sampleStations(address: string): Promise<Station[]> {
  const answer = await fetch(`${address}/sample/api/v1/stations`)
  return answer.ok ? ((await answer.json()) as { stations: Station[] }).stations : []
}

function childrenOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
}
