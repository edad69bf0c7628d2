import { lstat, readdir, stat } from 'node:fs/promises'
import { NabijError } from '@nabij/base'
import type { Version } from './ledger.ts'

/** Files of which the state is asked for at the same time. */
const atOnce = 32

/** Names in the folder, as bytes. @throws NabijError NABIJ_FOLDER_GONE, NABIJ_FOLDER_FORBIDDEN */
export async function namesIn(folder: string): Promise<Buffer[]> {
  try {
    return await readdir(folder, { encoding: 'buffer' })
  } catch (error) {
    throw folderError(folder, error)
  }
}

/** Which folder stands behind the path now: another disk or a folder made anew has another identity. */
export async function identityOf(folder: string): Promise<string> {
  try {
    const { dev, ino } = await stat(folder)
    return `${dev} ${ino}`
  } catch (error) {
    throw folderError(folder, error)
  }
}

/** The version of each plain file; what is a link, a folder, a pipe or gone by now is left out. */
export async function versionsOf(folder: string, files: Buffer[]): Promise<{ file: Buffer; version: Version }[]> {
  const found: { file: Buffer; version: Version }[] = []
  for (let from = 0; from < files.length; from += atOnce) {
    const states = await Promise.all(
      files.slice(from, from + atOnce).map(async (file) => ({ file, state: await stateOf(pathIn(folder, file)) })),
    )
    for (const { file, state } of states)
      if (state?.isFile()) found.push({ file, version: { size: state.size, changed: state.mtimeNs } })
  }
  return found
}

async function stateOf(path: Buffer) {
  return lstat(path, { bigint: true }).catch(() => null)
}

/** A name in the folder as a path. The system itself gave the name: it holds no separator and cannot lead outside. */
export function pathIn(folder: string, file: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), file])
}

function folderError(path: string, error: unknown): NabijError {
  const { code } = error as NodeJS.ErrnoException
  const forbidden = code === 'EACCES' || code === 'EPERM'
  return new NabijError(forbidden ? 'NABIJ_FOLDER_FORBIDDEN' : 'NABIJ_FOLDER_GONE', { path }, error)
}
