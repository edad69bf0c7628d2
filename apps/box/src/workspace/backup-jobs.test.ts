import { type Backup, type Job, NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { createBackupJobs } from './backup-jobs.ts'

function setUp() {
  const made = Promise.withResolvers<Backup>()
  let tell: (done: number, total: number) => void = () => undefined
  let now = 1000
  const jobs = createBackupJobs({
    clock: () => now,
    make: (onProgress, signal) => {
      tell = onProgress
      signal.addEventListener('abort', () => made.reject(signal.reason))
      return made.promise
    },
  })
  const heard: Job[] = []
  jobs.listen((job) => heard.push(job))
  return { jobs, made, heard, progress: (done: number, at: number) => ((now = at), tell(done, 10)) }
}

describe('backup jobs', () => {
  it('are one at a time, and tell how far they are without telling too much', async () => {
    const { jobs, made, heard, progress } = setUp()
    const job = jobs.start()
    expect(jobs.start().id).toBe(job.id)
    progress(1, 2000)
    progress(2, 2010)
    progress(3, 2020)
    expect(heard.map(({ done }) => done)).toEqual([1])
    expect(jobs.find(job.id)).toMatchObject({ state: 'running', done: 3, total: 10 })
    made.resolve({ name: 'a', createdAt: 1, bytes: 1 })
    await expect.poll(() => jobs.find(job.id)?.state).toBe('done')
    expect(heard.at(-1)).toMatchObject({ state: 'done', finishedAt: 2020 })
    expect(jobs.start().id).not.toBe(job.id)
  })

  it('are cancelled, and a stop cancels', async () => {
    const { jobs } = setUp()
    const { id } = jobs.start()
    expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled', problem: null })
    expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled' })
    await jobs.stop()
    expect(() => jobs.start()).toThrow(new NabijError('NABIJ_STOPPING'))
  })

  it('say what they failed with', async () => {
    const { jobs, made } = setUp()
    const { id } = jobs.start()
    made.reject(new NabijError('NABIJ_DISK_FULL'))
    await expect.poll(() => jobs.find(id)?.state).toBe('failed')
    expect(jobs.find(id)?.problem?.code).toBe('NABIJ_DISK_FULL')
  })

  it('that nobody knows are not found', async () => {
    await expect(setUp().jobs.cancel('x')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })
})
