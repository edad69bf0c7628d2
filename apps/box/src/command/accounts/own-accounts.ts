import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Accounts } from '@nabij/accounts'
import { makeRoot } from '../../supervisor/root.ts'
import { accountsOf } from '../../workspace/open-workspace.ts'
import { withOwnFolder } from '../data/own-folder.ts'

/** The accounts of a box that does not run. */
export function withAccounts<T>(root: string, work: (accounts: Accounts) => Promise<T>): Promise<T> {
  return withOwnFolder(root, ({ stores }) => work(accountsOf(stores.accounts, Date.now)))
}

/** An owner can be made before nabij ever ran. */
export async function makeOwnFolder(root: string): Promise<void> {
  await makeRoot(root)
  await mkdir(join(root, 'own'), { recursive: true, mode: 0o700 })
}
