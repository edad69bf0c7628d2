import { readFile } from 'node:fs/promises'
import { NabijError } from '@nabij/base'

/** @throws NabijError NABIJ_COMMAND_FILE */
export async function readPicture(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: (error as NodeJS.ErrnoException).code }, error)
  }
}
