import { basename } from 'node:path'
import { type Job, NabijError, type Photo, type Station } from '@nabij/base'
import { type BoxClient, boxOf } from '../box-client.ts'
import { problemOf } from '../failure.ts'
import { findPictures } from '../inspection/pictures.ts'
import { startProgress } from '../progress.ts'
import { readPicture } from '../read-picture.ts'
import { type Call, optionText, type Run, word, words } from '../verb.ts'
import { findStation } from './find-station.ts'
import { followJob } from './follow-job.ts'

/** `nabij station teach` */
export const teach: Run = async (call) => {
  const client = boxOf(call)
  const station = await findStation(client, call, word(call, 0))
  const given = words(call, 1)
  const product = productOf(call, station)
  const refused = given.length > 0 ? await addPhotos(call, client, station.id, product, findPictures(given, false)) : []
  const query = product === null ? '' : `?product=${product}`
  const job = await followJob(call, client, await client.send<Job>('POST', `/stations/${station.id}/teach${query}`))
  if (call.json) call.terminal.print(JSON.stringify({ job, unreadable: refused }))
  else {
    for (const { file, error } of refused) call.terminal.tell(`${file}: ${error.title}`)
    call.terminal.print(call.say(`“${station.name}” is geleerd en keurt.`, `“${station.name}” is taught and judges.`))
  }
  return refused.length > 0 ? 2 : 0
}

/** @throws NabijError NABIJ_COMMAND_USE */
function productOf(call: Call, { name, products }: Station): string | null {
  const meant = optionText(call, 'product')
  if (meant === undefined) return null
  const found = products.find((product) => product.id === meant || product.name.toLowerCase() === meant.toLowerCase())
  if (found) return found.id
  throw new NabijError('NABIJ_COMMAND_USE', {
    reason: call.say(`“${name}” heeft geen product dat zo heet: ${meant}`, `“${name}” has no product called: ${meant}`),
    hint: products.map((product) => product.name).join(', ') || '–',
  })
}

async function addPhotos(
  call: Call,
  client: BoxClient,
  stationId: string,
  product: string | null,
  files: readonly string[],
) {
  const kind = optionText(call, 'kind')
  const about = new URLSearchParams({ label: call.options['bad'] === true ? 'bad' : 'good' })
  if (kind !== undefined) about.set('kind', kind)
  if (product !== null) about.set('product', product)
  const progress = startProgress(call)
  const refused: { file: string; error: ReturnType<typeof problemOf> }[] = []
  for (const [index, file] of files.entries()) {
    progress.show(file, index, files.length)
    try {
      await client.upload<Photo>(
        `/stations/${stationId}/photos?${about.toString()}&name=${encodeURIComponent(basename(file))}`,
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
