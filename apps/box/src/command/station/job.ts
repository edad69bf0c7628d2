import type { Job } from '@nabij/base'
import { boxOf } from '../box-client.ts'
import { formatTime } from '../format.ts'
import { table } from '../table.ts'
import { type Run, word } from '../verb.ts'
import { jobKindName, jobStateName, stepName } from './job-words.ts'

/** `nabij job list` */
export const list: Run = async (call) => {
  const answer = await boxOf(call).get<{ jobs: Job[] }>('/jobs')
  if (call.json) call.terminal.print(JSON.stringify(answer))
  else if (answer.jobs.length === 0) call.terminal.print(call.say('Er loopt niets.', 'Nothing is running.'))
  else {
    const head = [
      call.say('werk', 'job'),
      call.say('toestand', 'state'),
      call.say('nu', 'now'),
      call.say('begonnen', 'began'),
      'id',
    ]
    const rows = answer.jobs.map((job) => {
      const now =
        job.state === 'running' ? `${stepName(job.step, call)} ${job.done}/${job.total}` : (job.problem?.code ?? '')
      return [jobKindName(job.kind, call), jobStateName(job.state, call), now, formatTime(job.createdAt, call), job.id]
    })
    for (const line of table(head, rows)) call.terminal.print(line)
  }
  return 0
}

/** `nabij job cancel` */
export const cancel: Run = async (call) => {
  const job = await boxOf(call).send<Job>('DELETE', `/jobs/${encodeURIComponent(word(call, 0))}`)
  if (call.json) call.terminal.print(JSON.stringify(job))
  else call.terminal.print(`${jobKindName(job.kind, call)}: ${jobStateName(job.state, call)}`)
  return 0
}
