import { createReadStream } from 'node:fs'
import { access, constants, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { NabijError, newId } from '@nabij/base'
import { runningClient } from '../box-client.ts'
import { type Call, type Run, word } from '../verb.ts'

/** `nabij restore FILE`: through the box that runs, else in the folder itself. */
export const restore: Run = async (call) => {
  const file = resolve(word(call, 0))
  await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new NabijError('NABIJ_COMMAND_FILE', { path: file, reason: error.code }, error)
  })
  const client = runningClient(call)
  const archive = createReadStream(file, { highWaterMark: 1 << 18 })
  if (client) await client.upload('/restore', archive)
  else await intoFolder(call, archive)
  const told = call.say('Teruggezet. Wat er was, staat ernaast bewaard.', 'Restored. What was there is kept beside it.')
  call.terminal.print(call.json ? JSON.stringify({ restored: file, root: call.root }) : told)
  return 0
}

async function intoFolder({ root }: Call, archive: AsyncIterable<Uint8Array>): Promise<void> {
  const { unpackBackup } = await import('@nabij/adapters/data-folder')
  const { checkDatabase } = await import('@nabij/adapters/sqlite')
  const { makeRoot } = await import('../../supervisor/root.ts')
  const { finishInterruptedSwap, replaceFolder, unpackedName } = await import('../../workspace/swap.ts')
  const { withRoot } = await import('./own-folder.ts')
  await makeRoot(root)
  await withRoot(root, async () => {
    const own = join(root, 'own')
    await finishInterruptedSwap(own)
    const fresh = join(root, unpackedName(newId()))
    try {
      await unpackBackup(archive, fresh, { checkDatabase })
      await replaceFolder(own, fresh, Date.now(), async () => undefined)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  })
}
