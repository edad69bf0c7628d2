import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Lists of numbers under a name, in files that may vanish at any time: what is missing or damaged is worked out again. */
export interface FeatureCache {
  get(name: string): Promise<Float32Array[] | null>
  put(name: string, lists: Float32Array[]): Promise<void>
}

/** Two gigabytes: features of some six thousand pictures. */
export const mostBytes = 2 * 2 ** 30
/** So many bytes are written between two looks at the size of the folder. */
const lookAfter = 64 * 2 ** 20
const mark = 0x6e616269

/** @param folder null: nothing is kept. */
export function featureCache(folder: string | null, most = mostBytes): FeatureCache {
  let written = 0
  if (folder === null) return { get: async () => null, put: async () => undefined }
  const path = (name: string) => join(folder, 'features', name.slice(0, 2), name)
  return {
    async get(name) {
      try {
        const lists = decoded(await readFile(path(name)))
        const now = new Date()
        // The time of the last use decides which go first.
        void utimes(path(name), now, now).catch(() => undefined)
        return lists
      } catch {
        return null
      }
    },
    async put(name, lists) {
      const part = `${path(name)}.${randomUUID()}.part`
      try {
        const bytes = encoded(lists)
        await mkdir(join(path(name), '..'), { recursive: true })
        await writeFile(part, bytes)
        await rename(part, path(name))
        written += bytes.length
        if (written > Math.min(lookAfter, most / 4)) {
          written = 0
          await shrink(join(folder, 'features'), most)
        }
      } catch {
        // A full disk, or a folder that was emptied meanwhile: it works without, only slower.
        await rm(part, { force: true }).catch(() => undefined)
      }
    },
  }
}

/** Mark, number of lists, their lengths, a checksum, the numbers. */
function encoded(lists: Float32Array[]): Buffer {
  const bodies = lists.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))
  const body = Buffer.concat(bodies)
  const head = Uint32Array.of(mark, lists.length, ...lists.map(({ length }) => length), checksum(body))
  return Buffer.concat([Buffer.from(head.buffer), body])
}

function decoded(bytes: Buffer): Float32Array[] {
  const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const [first, count = 0] = new Uint32Array(own, 0, 2)
  if (first !== mark || count > 1024) throw new Error('no features')
  const head = new Uint32Array(own, 0, count + 3)
  let at = head.byteLength
  if (checksum(Buffer.from(own, at)) !== head[count + 2]) throw new Error('damaged features')
  return Array.from({ length: count }, (_, n) => {
    const list = new Float32Array(own, at, head[n + 2] ?? 0)
    at += list.byteLength
    return list
  })
}

function checksum(body: Buffer): number {
  const words = new Uint32Array(body.buffer, body.byteOffset, body.byteLength >> 2)
  let sum = body.byteLength
  for (const word of words) sum = (Math.imul(sum, 31) + word) | 0
  return sum >>> 0
}

/** Takes away what was not used for longest, down to three quarters. */
async function shrink(folder: string, most: number): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const found = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      const facts = await stat(file).catch(() => null)
      return facts?.isFile() ? [{ file, bytes: facts.size, at: facts.mtimeMs }] : []
    }),
  )
  const files = found.flat().sort((a, b) => a.at - b.at)
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes <= most) return
  for (const file of files) {
    if (bytes <= most * 0.75) return
    await rm(file.file, { force: true })
    bytes -= file.bytes
  }
}
