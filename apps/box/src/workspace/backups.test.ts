import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '@nabij/adapters/data-folder'
import { openStores } from '@nabij/adapters/sqlite'
import { expect, it } from 'vitest'
import { backupsKept, createBackups } from './backups.ts'

it('the newest backups stay; one that somebody put elsewhere is theirs', async () => {
  const root = mkdtempSync(join(tmpdir(), 'nabij-backups-'))
  let now = Date.UTC(2026, 10, 25)
  const clock = () => now
  const folder = await openDataFolder(join(root, 'own'))
  const stores = await openStores({ path: folder.database, clock })
  const backupsFolder = join(root, 'backups')
  const backups = createBackups({ folder, stores, backupsFolder, clock })
  const { signal } = new AbortController()
  try {
    const elsewhere = join(root, 'monday.tar')
    await backups.makeAt(elsewhere, () => undefined, signal)
    const made: string[] = []
    for (let n = 0; n < backupsKept + 2; n++) {
      now += 1000
      made.push((await backups.make(() => undefined, signal)).name)
      if (n === 0) writeFileSync(join(backupsFolder, 'mine.tar'), 'x')
    }
    const kept = made.slice(2).reverse()
    expect((await backups.list()).map(({ name }) => name)).toEqual(kept)
    expect(readdirSync(backupsFolder).sort()).toEqual(['mine.tar', ...kept].sort())
    expect(existsSync(elsewhere)).toBe(true)
    expect((await stores.backups.list()).map(({ name }) => name)).toEqual([...kept, 'monday.tar'])
    await expect(backups.file(made[0] ?? '')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    expect(await backups.lastAt()).toBe(now)
  } finally {
    await stores.close()
    await folder.close()
    rmSync(root, { recursive: true })
  }
})
