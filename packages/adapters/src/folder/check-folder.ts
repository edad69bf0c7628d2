import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { NabijError } from '@nabij/base'
import { identityOf, namesIn } from './look.ts'

/** Whether a folder can be watched now. @throws NabijError NABIJ_FOLDER_GONE (also for what is no folder), NABIJ_FOLDER_FORBIDDEN */
export async function checkFolder(path: string): Promise<void> {
  await identityOf(path)
  if (!(await stat(path)).isDirectory()) throw new NabijError('NABIJ_FOLDER_GONE', { path })
  await namesIn(path)
  await access(path, constants.R_OK | constants.X_OK).catch((error) => {
    throw new NabijError('NABIJ_FOLDER_FORBIDDEN', { path }, error)
  })
}
