import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NabijError, PackInUse } from '@nabij/base'
import type { z } from 'zod'
import { askProgram } from './ask-program.ts'

/** Today's whole pack has 3 MiB: ten times that is no pack. */
const mostBytes = 32 * 2 ** 20
const mostMemory = 512
const patience = 60_000

const Seen = PackInUse.pick({ version: true, made: true, vendors: true })

/**
 * Writes what comes to a file, never more than a pack can be, and answers its hash.
 * @throws NabijError NABIJ_PACK_TOO_LARGE
 */
export async function savePack(bytes: AsyncIterable<Uint8Array>, path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  const counted = async function* () {
    for await (const piece of bytes) {
      size += piece.length
      if (size > mostBytes) throw new NabijError('NABIJ_PACK_TOO_LARGE', { most: `${mostBytes / 2 ** 20} MB` })
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(path, { mode: 0o600 }), signal ? { signal } : {})
  return hash.digest('hex')
}

/**
 * Has a process of its own, with little memory and time, say what a pack is.
 * @throws NabijError NABIJ_PACK_…
 */
export async function checkPack(program: string, path: string): Promise<z.infer<typeof Seen>> {
  const said = await askProgram(program, [path], { memory: mostMemory, patience })
  if (said === null)
    throw new NabijError('NABIJ_PACK_UNREADABLE', { reason: `> ${mostMemory} MB, > ${patience / 1000} s` })
  return Seen.parse(said)
}
