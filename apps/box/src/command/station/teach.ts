import { basename } from 'node:path'
import type { Job, Photo } from '@nabij/base'
import { type BoxClient, boxOf } from '../box-client.ts'
import { problemOf } from '../failure.ts'
import { findPictures } from '../inspection/pictures.ts'
import { startProgress } from '../progress.ts'
import { readPicture } from '../read-picture.ts'
import { type Call, type Run, word, words } from '../verb.ts'
import { findStation } from './find-station.ts'
import { followJob } from './follow-job.ts'

/** `nabij station teach` */
export const teach: Run = async (call) => {
  const client = boxOf(call)
  const station = await findStation(client, call, word(call, 0))
  const given = words(call, 1)
  const refused = given.length > 0 ? await addPhotos(call, client, station.id, findPictures(given, false)) : []
  const job = await followJob(call, client, await client.send<Job>('POST', `/stations/${station.id}/teach`))
  if (call.json) call.terminal.print(JSON.stringify({ job, unreadable: refused }))
  else {
    for (const { file, error } of refused) call.terminal.tell(`${file}: ${error.title}`)
    call.terminal.print(call.say(`“${station.name}” is geleerd en keurt.`, `“${station.name}” is taught and judges.`))
  }
  return refused.length > 0 ? 2 : 0
}

async function addPhotos(call: Call, client: BoxClient, stationId: string, files: readonly string[]) {
  const progress = startProgress(call)
  const refused: { file: string; error: ReturnType<typeof problemOf> }[] = []
  for (const [index, file] of files.entries()) {
    progress.show(file, index, files.length)
    try {
      await client.upload<Photo>(
        `/stations/${stationId}/photos?label=good&name=${encodeURIComponent(basename(file))}`,
        await readPicture(file),
      )
    } catch (error) {
      if (call.signal.aborted) throw error
      refused.push({ file, error: problemOf(error, call.language) })
    }
  }
  progress.end()
  return refused
}
