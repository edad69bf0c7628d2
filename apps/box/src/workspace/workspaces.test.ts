import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenWorkspace, Outside } from './open-workspace.ts'
import { openWorkspaces } from './workspaces.ts'

// Real folders; what would be opened in them only says so.
describe('the workspaces of a box', () => {
  let root: string
  let steps: string[]
  let elapse: () => void

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'nabij-workspaces-'))
    steps = []
    elapse = () => undefined
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  function setUp(refuse: (folder: string) => boolean = () => false) {
    return openWorkspaces({
      root,
      clock: () => 0,
      timer: (_ms, action) => {
        elapse = action
        return () => undefined
      },
      log: (_level, message) => void steps.push(message),
      async open(kind, folder, outside) {
        const names = readdirSync(folder, { withFileTypes: false }).join()
        if (refuse(folder)) throw new Error(`cannot open ${names}`)
        steps.push(`open ${kind} ${names}`.trim())
        return fake(kind, folder, outside)
      },
      async unpack(archive, folder) {
        mkdirSync(folder)
        for await (const chunk of archive) writeFileSync(join(folder, new TextDecoder().decode(chunk)), '')
      },
      furnish: async () => void steps.push('furnish'),
    })
  }

  function fake(kind: 'own' | 'sample', folder: string, outside: Outside): OpenWorkspace {
    const egress = outside.egress ?? { list: async () => [], total: async () => ({ bytes: 5, connections: 1 }) }
    return {
      kind,
      folder,
      egress,
      stations: {},
      stop: async () => void steps.push(`stop ${kind}`),
    } as unknown as OpenWorkspace
  }

  async function* archive(...names: string[]): AsyncIterable<Uint8Array> {
    for (const name of names) yield new TextEncoder().encode(name)
  }

  it('are the own one at once and the sample when it is asked for, until nobody asks', async () => {
    await mkdir(join(root, 'own'))
    const workspaces = await setUp()
    expect(workspaces.sampleState()).toBe('absent')
    mkdirSync(join(root, 'sample'))
    const [one, two] = await Promise.all([workspaces.sample(), workspaces.sample()])
    expect(one).toBe(two)
    expect(workspaces.sampleState()).toBe('awake')
    elapse()
    expect(workspaces.sampleState()).toBe('asleep')
    await workspaces.sample()
    await workspaces.stop()
    expect(steps).toEqual([
      'open own',
      'open sample',
      'furnish',
      'stop sample',
      'open sample',
      'furnish',
      'stop own',
      'stop sample',
    ])
    await expect(workspaces.sample()).rejects.toMatchObject({ code: 'NABIJ_STOPPING' })
  })

  it('have one book of what left the device', async () => {
    mkdirSync(join(root, 'own'))
    mkdirSync(join(root, 'sample'))
    const workspaces = await setUp()
    expect(await (await workspaces.sample()).egress.total()).toEqual({ bytes: 5, connections: 1 })
  })

  it('lose the sample when it is deleted', async () => {
    mkdirSync(join(root, 'own'))
    mkdirSync(join(root, 'sample'))
    const workspaces = await setUp()
    await workspaces.sample()
    await workspaces.deleteSample()
    expect(workspaces.sampleState()).toBe('absent')
    expect(readdirSync(root)).toEqual(['own'])
  })

  it('put a backup in the place of the own one, and keep what was there', async () => {
    mkdirSync(join(root, 'own'))
    const workspaces = await setUp()
    const before = workspaces.own()
    await workspaces.restore(archive('restored'))
    expect(workspaces.own()).not.toBe(before)
    expect(steps).toEqual(['open own', 'stop own', 'open own restored'])
    expect(readdirSync(root).sort()).toEqual(['own', 'own.before-restore-19700101T000000Z'])
  })

  it('go on with what there was when a backup cannot be opened', async () => {
    mkdirSync(join(root, 'own'))
    writeFileSync(join(root, 'own', 'mine'), '')
    const workspaces = await setUp((folder) => readdirSync(folder).includes('bad'))
    await expect(workspaces.restore(archive('bad'))).rejects.toThrow('cannot open bad')
    expect(steps).toEqual(['open own mine', 'stop own', 'open own mine'])
    expect(readdirSync(root)).toEqual(['own'])
  })

  it('are not stopped for a backup that is damaged', async () => {
    mkdirSync(join(root, 'own'))
    const workspaces = await setUp()
    async function* broken(): AsyncIterable<Uint8Array> {
      yield* archive('half')
      throw new Error('cut off')
    }
    await expect(workspaces.restore(broken())).rejects.toThrow('cut off')
    expect(steps).toEqual(['open own'])
    expect(readdirSync(root)).toEqual(['own'])
  })
})
