import { setTimeout as pause } from 'node:timers/promises'
import { type Job, NabijError } from '@nabij/base'
import type { BoxClient } from '../box-client.ts'
import { RefusedByBox } from '../failure.ts'
import { startProgress } from '../progress.ts'
import type { Call } from '../verb.ts'
import { stepName } from './job-words.ts'

/** Waits until a job has ended well. An interrupted wait cancels the job. @throws what the job failed with */
export async function followJob(call: Call, client: BoxClient, { id }: Pick<Job, 'id'>): Promise<Job> {
  const progress = startProgress(call)
  try {
    for (;;) {
      const job = await client.get<Job>(`/jobs/${id}`)
      if (job.state === 'done') return job
      if (job.problem) throw new RefusedByBox(job.problem)
      if (job.state === 'cancelled' || job.state === 'failed')
        throw new NabijError('NABIJ_NOT_FOUND', { what: `/jobs/${id}` })
      progress.show(stepName(job.step, call), job.done, job.total)
      await pause(100, undefined, { signal: call.signal })
    }
  } catch (error) {
    if (call.signal.aborted) await cancelQuietly(client.address, id)
    throw error
  } finally {
    progress.end()
  }
}

/** The call's own signal is aborted already: this one goes without. */
async function cancelQuietly(address: string, id: string): Promise<void> {
  await fetch(`${address}/api/v1/jobs/${id}`, { method: 'DELETE' }).catch(() => undefined)
}
