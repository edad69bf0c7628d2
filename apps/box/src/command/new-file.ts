import { realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { NabijError } from '@nabij/base'

/**
 * Where a file that somebody asked for will be put: a new name, or a file that it takes the place of.
 * @throws NabijError NABIJ_COMMAND_WRITE for a folder, a device or a pipe, and when the folder around it is not there
 */
export function newFile(typed: string): string {
  const path = resolve(typed)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return realpathSync(path)
  if (found) throw notWritable(path, found.isDirectory() ? 'EISDIR' : 'ENOTSUP')
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) throw notWritable(path, 'ENOENT')
  return path
}

export function notWritable(path: string, reason: string): NabijError {
  return new NabijError('NABIJ_COMMAND_WRITE', { path, reason })
}
