import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NabijError } from '@nabij/base'
import { boxOf } from '../box-client.ts'
import { newFile } from '../new-file.ts'
import { type Call, type Run, word } from '../verb.ts'
import { findStation } from './find-station.ts'

/** What each ending stands for, and whether a stretch of time means something for it. */
const kinds: Readonly<Record<string, { path: string; timed: boolean }>> = {
  '.csv': { path: 'verdicts.csv', timed: true },
  '.json': { path: 'verdicts.json', timed: true },
  '.zip': { path: 'labelled.zip', timed: false },
}

/** `nabij station export`: the file's ending says what is in it. It appears complete, or not at all. */
export const exportStation: Run = async (call) => {
  const client = boxOf(call)
  const station = await findStation(client, call, word(call, 0))
  const out = newFile(word(call, 1))
  const kind = kinds[extname(out).toLowerCase()]
  if (!kind) throw unknownEnding(out, call)
  const query = kind.timed ? stretchOf(call) : ''
  const half = `${out}.half`
  try {
    await pipeline(await client.download(`/stations/${station.id}/${kind.path}${query}`), createWriteStream(half))
    await rename(half, out)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  if (call.json) call.terminal.print(JSON.stringify({ station: station.id, file: out }))
  else call.terminal.print(call.say(`Bewaard: ${out}`, `Saved: ${out}`))
  return 0
}

function stretchOf({ options }: Call): string {
  const query = new URLSearchParams()
  for (const name of ['from', 'to']) if (typeof options[name] === 'number') query.set(name, String(options[name]))
  return query.size > 0 ? `?${query.toString()}` : ''
}

function unknownEnding(out: string, { say }: Call): NabijError {
  return new NabijError('NABIJ_COMMAND_USE', {
    reason: say(
      `Aan de naam is niet te zien wat erin moet: ${out}`,
      `The name does not say what it should hold: ${out}`,
    ),
    hint: say('Laat hem eindigen op .csv, .json of .zip.', 'Let it end in .csv, .json or .zip.'),
  })
}
