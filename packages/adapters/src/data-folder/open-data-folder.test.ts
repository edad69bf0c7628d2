import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteAll, lockFolder, openDataFolder } from './index.ts'
import { openFolder, temporary } from './testing/filled-folder.ts'

let place: ReturnType<typeof temporary>
let path: string
beforeEach(() => {
  place = temporary()
  path = join(place.root, 'deep', 'own')
})
afterEach(() => place.remove())

const isRoot = process.getuid?.() === 0
const write = (name: string, text: string) => {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, name), text)
}

describe('opening', () => {
  it('makes a private folder with a version, and opens it again', async () => {
    const folder = await openDataFolder(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(JSON.parse(readFileSync(join(path, 'format.json'), 'utf8'))).toEqual({ product: 'nabij', version: 1 })
    expect(folder.database).toBe(join(path, 'nabij.sqlite'))
    await folder.close()
    chmodSync(path, 0o755)
    await (await openDataFolder(path)).close()
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  it('refuses a second opener, and lets one in after the first', async () => {
    const folder = await openDataFolder(path)
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_IN_USE', params: { folder: path } })
    await folder.close()
    await (await openDataFolder(path)).close()
  })

  it('refuses what is no folder, and what cannot be one', async () => {
    mkdirSync(join(place.root, 'deep'))
    writeFileSync(path, 'a file')
    for (const place of [path, join(path, 'below')])
      await expect(openDataFolder(place)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_NO_FOLDER' })
    expect(readFileSync(path, 'utf8')).toBe('a file')
  })

  it('refuses a folder with the files of somebody else, and leaves nothing in it', async () => {
    write('holiday.jpg', 'x')
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_FOREIGN' })
    expect(readdirSync(path)).toEqual(['holiday.jpg'])
    await expect(deleteAll(path)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_FOREIGN' })
    expect(readdirSync(path)).toEqual(['holiday.jpg'])
  })

  it('refuses a folder of a newer nabij, or with a version that cannot be read', async () => {
    write('format.json', '{"product":"nabij","version":2}')
    await expect(openDataFolder(path)).rejects.toMatchObject({
      code: 'NABIJ_FOLDER_NEWER',
      params: { version: 2, known: 1 },
    })
    for (const text of ['', '{"product":"other","version":1}', '{"version"']) {
      write('format.json', text)
      await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_FOREIGN' })
    }
  })

  it('goes on where a first start was cut off', async () => {
    write('lock', '')
    write('format.json.7a', '{"prod')
    await (await openDataFolder(path)).close()
    expect(existsSync(join(path, 'format.json'))).toBe(true)
  })

  it('does not start anew where a database belongs', async () => {
    const open = await openFolder(place.root, path)
    await open.addVerdict()
    await open.close()
    rmSync(join(path, 'nabij.sqlite'))
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'NABIJ_DATABASE_DAMAGED' })
    expect(existsSync(join(path, 'nabij.sqlite'))).toBe(false)
  })

  it.runIf(isRoot)('refuses what belongs to another user: the folder, or the database in it', async () => {
    mkdirSync(path, { recursive: true })
    chownSync(path, 4321, 4321)
    await expect(openDataFolder(path)).rejects.toMatchObject({
      code: 'NABIJ_FOLDER_OWNER',
      params: { folder: path, owner: 4321, user: 0 },
    })
    expect(readdirSync(path)).toEqual([])
    chownSync(path, 0, 0)
    write('nabij.sqlite', '')
    chownSync(join(path, 'nabij.sqlite'), 4321, 4321)
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_OWNER' })
  })
})

describe('the lock', () => {
  it('dies with its process, however that ends', { timeout: 30_000 }, async () => {
    mkdirSync(path, { recursive: true })
    const child = await holder()
    expect(() => lockFolder(path)).toThrow(expect.objectContaining({ code: 'NABIJ_FOLDER_IN_USE' }))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    lockFolder(path).release()
  })

  it('is taken also when its file was overwritten', () => {
    write('lock', 'what is this file? '.repeat(100))
    const lock = lockFolder(path)
    expect(() => lockFolder(path)).toThrow(expect.objectContaining({ code: 'NABIJ_FOLDER_IN_USE' }))
    lock.release()
  })

  /** A process that holds the lock. */
  async function holder(): Promise<ChildProcess> {
    const program = `import { lockFolder } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
      globalThis.held = lockFolder(${JSON.stringify(path)}); console.log('locked'); setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    return child
  }
})

describe('deleting everything', () => {
  it('leaves nothing', async () => {
    const open = await openFolder(place.root, path)
    await open.addVerdict()
    await expect(deleteAll(path)).rejects.toMatchObject({ code: 'NABIJ_FOLDER_IN_USE' })
    await open.close()
    await deleteAll(path)
    expect(existsSync(path)).toBe(false)
    await deleteAll(path)
  })
})
