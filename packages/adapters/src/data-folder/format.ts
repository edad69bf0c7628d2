import { randomUUID } from 'node:crypto'
import { readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'
import { z } from 'zod'
import { syncFolder, unlessAbsent, writeSafely } from '../safe-files.ts'
import { names } from './names.ts'

/** Version of the folder's layout; the database has steps of its own. */
export const formatVersion = 1

const Format = z.object({ product: z.literal('nabij'), version: z.int().positive() })

/**
 * Whether this is a data folder already; false when it is empty, or a new one that was not finished.
 * @throws NabijError NABIJ_FOLDER_NEWER, or NABIJ_FOLDER_FOREIGN when it holds anything that nabij does not know.
 */
export async function readFormat(folder: string): Promise<boolean> {
  const text = await unlessAbsent(readFile(join(folder, names.format), 'utf8'))
  if (text === null) {
    const foreign = (await readdir(folder)).filter((name) => !isOurs(name))
    if (foreign.length > 0) throw new NabijError('NABIJ_FOLDER_FOREIGN', { folder })
    return false
  }
  const format = Format.safeParse(parsed(text))
  if (!format.success) throw new NabijError('NABIJ_FOLDER_FOREIGN', { folder })
  const { version } = format.data
  if (version > formatVersion) throw new NabijError('NABIJ_FOLDER_NEWER', { folder, version, known: formatVersion })
  return true
}

export async function writeFormat(folder: string): Promise<void> {
  const half = join(folder, `${names.format}.${randomUUID()}`)
  const text = `${JSON.stringify({ product: 'nabij', version: formatVersion })}\n`
  await writeSafely(half, new TextEncoder().encode(text))
  await rename(half, join(folder, names.format))
  await syncFolder(folder)
}

function isOurs(name: string): boolean {
  return Object.values(names).some(
    (ours) => name === ours || name.startsWith(`${ours}.`) || name.startsWith(`${ours}-`),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
