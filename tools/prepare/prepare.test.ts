import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../tests/support/until.ts'
import { missingPackages } from './installed.mjs'
import { inTurn } from './turn.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nabij-prepare-'))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('what node_modules lacks', () => {
  const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' } as const
  const lock = {
    '': {},
    'node_modules/hono': { version: '4.0.0', integrity: 'sha512-a' },
    'node_modules/vitest': { version: '5.0.0', integrity: 'sha512-b', dev: true },
    'node_modules/sharp-linux': {
      version: '1.0.0',
      integrity: 'sha512-c',
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
    },
    'node_modules/sharp-mac': { version: '1.0.0', integrity: 'sha512-d', optional: true, os: ['darwin'], cpu: ['x64'] },
  }

  function write(present: object): void {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }))
    mkdirSync(join(root, 'node_modules'), { recursive: true })
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
  }

  it('is everything for this computer when nothing was installed', () => {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }))
    expect(missingPackages(root, 'start', linux)).toEqual(['node_modules/hono', 'node_modules/sharp-linux'])
    expect(missingPackages(root, 'test', linux)).toContain('node_modules/vitest')
    expect(missingPackages(root, 'test', linux)).not.toContain('node_modules/sharp-mac')
  })

  it('is nothing when all is there, whoever installed it', () => {
    write(lock)
    expect(missingPackages(root, 'test', linux)).toEqual([])
  })

  it('names a package of another version, of other bytes, or cut off', () => {
    write({ ...lock, 'node_modules/hono': { version: '4.0.1', integrity: 'sha512-a' } })
    expect(missingPackages(root, 'start', linux)).toEqual(['node_modules/hono'])
    write({ ...lock, 'node_modules/hono': { version: '4.0.0', integrity: 'sha512-other' } })
    expect(missingPackages(root, 'start', linux)).toEqual(['node_modules/hono'])
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages": {')
    expect(missingPackages(root, 'start', linux)).toEqual(['node_modules/hono', 'node_modules/sharp-linux'])
  })
})

describe('one at a time', () => {
  it('lets the second wait until the first is done', async () => {
    const file = join(root, 'tmp', 'lock')
    const order: string[] = []
    let letGo = (): void => undefined
    const first = inTurn(
      file,
      () => undefined,
      async () => {
        order.push('first begins')
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
        order.push('first ends')
      },
    )
    const second = inTurn(file, letGo, async () => {
      order.push('second')
    })
    await Promise.all([first, second])
    expect(order).toEqual(['first begins', 'first ends', 'second'])
    expect(existsSync(file)).toBe(false)
  })

  it('does not wait for a holder that was killed', async () => {
    const file = join(root, 'lock')
    const program = `import { inTurn } from ${JSON.stringify(join(import.meta.dirname, 'turn.mjs'))}
      await inTurn(process.argv[1], () => undefined, () => { console.log('held'); return new Promise(() => undefined) })`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program, file])
    await once(holder.stdout, 'data')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(readFileSync(file, 'utf8')).toBe(String(holder.pid))
    let waited = 0
    await inTurn(
      file,
      () => (waited += 1),
      async () => undefined,
    )
    expect(waited).toBe(1)
  })
})

/** A clone in small, in which everything has yet to be installed. */
function makeClone(): void {
  cpSync(join(import.meta.dirname, '..', 'prepare.mjs'), join(root, 'tools', 'prepare.mjs'))
  cpSync(import.meta.dirname, join(root, 'tools', 'prepare'), { recursive: true })
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { 'node_modules/hono': {} } }))
}

it('says in one sentence that it may not write in the clone', () => {
  makeClone()
  // Root may write everywhere, except among what the kernel shows.
  const mayAll = process.getuid?.() === 0
  if (mayAll) symlinkSync('/sys/kernel', join(root, 'tmp'))
  else chmodSync(root, 0o555)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'prepare.mjs'), 'start'], {
    env: { LANG: 'C' },
    encoding: 'utf8',
  })
  chmodSync(root, 0o755)
  expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
  expect(stdout).toMatch(/^nabij still has to install something here, but may not write in .*\n$/)
})

describe('told to stop while it installs', () => {
  /** Its npm writes down its process id and then never ends. */
  function startPreparing() {
    makeClone()
    const npm = join(root, 'npm-cli.cjs')
    writeFileSync(npm, `require('fs').writeFileSync('npm.pid', String(process.pid)); setInterval(() => {}, 1000)`)
    // As npm does it: a shell that waits for its one command, and passes no signal on.
    const shell = spawn('sh', ['-c', `"${process.execPath}" tools/prepare.mjs start; true`], {
      cwd: root,
      env: { ...process.env, npm_execpath: npm, npm_node_execpath: process.execPath },
      stdio: 'ignore',
    })
    const pid = until(
      () => (existsSync(join(root, 'npm.pid')) ? Number(readFileSync(join(root, 'npm.pid'), 'utf8')) : null),
      () => `it ended with ${shell.exitCode}`,
    )
    return { shell, pid }
  }

  it('ends npm too, and lets the next one in', async () => {
    const { shell, pid } = startPreparing()
    const npm = await pid
    expect(existsSync(join(root, 'tmp', 'prepare.lock'))).toBe(true)
    shell.kill('SIGTERM')
    await until(
      () => !existsSync(`/proc/${npm}`),
      () => 'npm goes on',
      10,
    ).finally(() => existsSync(`/proc/${npm}`) && process.kill(npm, 'SIGKILL'))
    expect(existsSync(join(root, 'tmp', 'prepare.lock'))).toBe(false)
  })
})
