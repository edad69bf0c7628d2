import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
