import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Backup, type Job, NabijError } from '@nabij/base'
import { type BoxClient, runningClient } from '../box-client.ts'
import { formatBytes } from '../format.ts'
import { newFile, notWritable } from '../new-file.ts'
import { startProgress } from '../progress.ts'
import { followJob } from '../station/follow-job.ts'
import { type Call, type Run, word } from '../verb.ts'

/** `nabij backup FILE`: asks the box that runs, else does it itself. */
export const backup: Run = async (call) => {
  const out = newFile(word(call, 0))
  const client = runningClient(call)
  await (client ? fromBox(call, client, out) : fromFolder(call, out))
  const { size } = await stat(out)
  if (call.json) call.terminal.print(JSON.stringify({ file: out, bytes: size }))
  else
    call.terminal.print(
      call.say(
        `Back-up gemaakt: ${out} (${formatBytes(size, call)})`,
        `Backup made: ${out} (${formatBytes(size, call)})`,
      ),
    )
  return 0
}

async function fromBox(call: Call, client: BoxClient, out: string): Promise<void> {
  const job = await client.send<Job>('POST', '/backups')
  await followJob(call, client, job)
  const { backups } = await client.get<{ backups: Backup[] }>('/backups')
  const [made] = backups.toSorted((a, b) => b.createdAt - a.createdAt)
  if (!made) throw new NabijError('NABIJ_NOT_FOUND', { what: '/backups' })
  const half = `${out}.half`
  try {
    const body = await client.download(`/backups/${encodeURIComponent(made.name)}/file`)
    await pipeline(
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
      createWriteStream(half, { flush: true, mode: 0o600 }),
      {
        signal: call.signal,
      },
    )
    await rename(half, out)
  } catch (error) {
    await rm(half, { force: true })
    throw call.signal.aborted ? error : writeFailure(error, out)
  }
}

async function fromFolder(call: Call, out: string): Promise<void> {
  const { withOwnFolder } = await import('./own-folder.ts')
  const { createBackups } = await import('../../workspace/backups.ts')
  const progress = startProgress(call)
  await withOwnFolder(call.root, async ({ folder, stores }) => {
    const backups = createBackups({ folder, stores, backupsFolder: join(call.root, 'backups'), clock: Date.now })
    const show = (done: number, total: number) => progress.show(call.say('bewaren', 'saving'), done, total)
    await backups.makeAt(out, show, call.signal).catch((error) => {
      throw call.signal.aborted ? error : writeFailure(error, out)
    })
  })
  progress.end()
}

function writeFailure(error: unknown, out: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  return error instanceof NabijError || typeof code !== 'string' ? error : notWritable(out, code)
}
