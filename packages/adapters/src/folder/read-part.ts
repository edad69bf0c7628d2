import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { isSame, type Part, type Version } from './ledger.ts'
import { pathIn } from './look.ts'
import { headLength, isWhole, nameSays, startsAsPicture } from './picture-file.ts'

export type Read =
  | { kind: 'picture'; bytes: Uint8Array; whole: boolean }
  /** It is another version than the ledger has: somebody is writing. */
  | { kind: 'changed'; version: Version }
  | { kind: 'no picture' }
  | { kind: 'too large' }
  | { kind: 'gone' }
  | { kind: 'unreadable'; why: string }

/** Follows no link, and does not hang on a pipe that lies there under the name of a picture. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Reads a file, if it is a picture and still the version that the ledger has; never more than its size. */
export async function readPart(folder: string, part: Part, largest: number): Promise<Read> {
  const says = nameSays(part.file.toString('utf8'))
  if (says === 'never') return { kind: 'no picture' }
  let handle: FileHandle | undefined
  try {
    handle = await open(pathIn(folder, part.file), flags)
    const before = await versionOf(handle)
    if (!before) return { kind: 'no picture' }
    if (!isSame(before, part)) return { kind: 'changed', version: before }
    if (says === 'ask the content' && !startsAsPicture(await readBytes(handle, headLength)))
      return { kind: 'no picture' }
    if (before.size > largest) return { kind: 'too large' }
    const bytes = await readBytes(handle, Number(before.size))
    const after = await versionOf(handle)
    if (!after || !isSame(after, part)) return { kind: 'changed', version: after ?? before }
    return { kind: 'picture', bytes, whole: isWhole(bytes) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { kind: 'gone' }
    if (code === 'ELOOP') return { kind: 'no picture' }
    return { kind: 'unreadable', why: code ?? message }
  } finally {
    await handle?.close().catch(() => undefined)
  }
}

async function versionOf(handle: FileHandle): Promise<Version | null> {
  const state = await handle.stat({ bigint: true })
  return state.isFile() ? { size: state.size, changed: state.mtimeNs } : null
}

async function readBytes(handle: FileHandle, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
