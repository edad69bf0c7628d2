import { resolve } from 'node:path'
import type { Station, StationSource } from '@nabij/base'
import { boxOf } from '../box-client.ts'
import { confirmed } from '../confirm.ts'
import { formatNumber, formatTime } from '../format.ts'
import { table } from '../table.ts'
import { type Call, type ExitCode, optionText, type Run, word } from '../verb.ts'
import { findStation } from './find-station.ts'

export const list: Run = async (call) => {
  const answer = await boxOf(call).get<{ stations: Station[] }>('/stations')
  if (call.json) return printed(call, answer)
  if (answer.stations.length === 0) {
    call.terminal.print(
      call.say(
        'Er zijn nog geen stations. Maak er een met: nabij station create NAAM',
        'There are no stations yet. Make one with: nabij station create NAME',
      ),
    )
    return 0
  }
  const { say } = call
  const head = [
    say('station', 'station'),
    say('toestand', 'state'),
    say('goed', 'pass'),
    say('fout', 'fail'),
    say('twijfel', 'unsure'),
    say('gemist', 'dropped'),
    'id',
  ]
  const rows = answer.stations.map(({ name, state, today, id }) => {
    const counts = [today.pass, today.fail, today.unsure, today.dropped].map((count) => formatNumber(count, call))
    return [name, stateName(state, call), ...counts, id]
  })
  for (const line of table(head, rows)) call.terminal.print(line)
  return 0
}

export const show: Run = async (call) => {
  const client = boxOf(call)
  return told(call, await findStation(client, call, word(call, 0)))
}

export const create: Run = async (call) => {
  const body = { name: word(call, 0), source: sourceOf(call) }
  return told(call, await boxOf(call).send<Station>('POST', '/stations', body))
}

export const remove: Run = async (call) => {
  const client = boxOf(call)
  const { id, name } = await findStation(client, call, word(call, 0))
  const question = call.say(
    `“${name}” verwijderen, met foto’s, recepten en alle verdicten?`,
    `Remove “${name}”, with its photos, recipes and all verdicts?`,
  )
  if (!(await confirmed(call, question))) return 1
  await client.send('DELETE', `/stations/${id}`)
  if (call.json) return printed(call, { removed: id })
  call.terminal.print(call.say(`“${name}” is verwijderd.`, `“${name}” is removed.`))
  return 0
}

export const stop: Run = (call) => setStopped(call, true)
export const start: Run = (call) => setStopped(call, false)

async function setStopped(call: Call, stopped: boolean): Promise<ExitCode> {
  const client = boxOf(call)
  const { id } = await findStation(client, call, word(call, 0))
  return told(call, await client.send<Station>('PATCH', `/stations/${id}`, { stopped }))
}

function sourceOf(call: Call): StationSource {
  const folder = optionText(call, 'folder')
  if (folder !== undefined) return { kind: 'folder', path: resolve(folder) }
  if (call.options['simulator'] !== true) return { kind: 'http' }
  return { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 1, defectRate: 0.15 }
}

function printed(call: Call, answer: object): ExitCode {
  call.terminal.print(JSON.stringify(answer))
  return 0
}

/** One station, from close by. */
export function told(call: Call, station: Station): ExitCode {
  if (call.json) return printed(call, station)
  const { say } = call
  const { today, recipe, lastVerdict, reason } = station
  const rows: [string, string][] = [
    [say('Naam', 'Name'), station.name],
    ['Id', station.id],
    [say('Toestand', 'State'), `${stateName(station.state, call)}${reason ? ` (${reason})` : ''}`],
    [say('Bron', 'Source'), sourceName(station.source, call)],
    [
      say('Recept', 'Recipe'),
      recipe
        ? say(
            `versie ${recipe.version}, van ${recipe.facts.photos} foto’s`,
            `version ${recipe.version}, from ${recipe.facts.photos} photos`,
          )
        : say('nog niet geleerd', 'not taught yet'),
    ],
    [
      say('Vandaag', 'Today'),
      say(
        `${today.pass} goed · ${today.fail} fout · ${today.unsure} twijfel · ${today.dropped} gemist`,
        `${today.pass} pass · ${today.fail} fail · ${today.unsure} unsure · ${today.dropped} dropped`,
      ),
    ],
    [
      say('Laatste', 'Last'),
      lastVerdict
        ? `${lastVerdict.verdict} · ${formatTime(lastVerdict.recordedAt, call)}`
        : say('nog geen verdict', 'no verdict yet'),
    ],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) call.terminal.print(`${name.padEnd(width)}  ${value}`)
  return 0
}

function sourceName(source: StationSource, { say }: Call): string {
  if (source.kind === 'http') return say('foto’s komen via HTTP', 'pictures come over HTTP')
  if (source.kind === 'folder') return say(`map ${source.path}`, `folder ${source.path}`)
  if (source.kind === 'camera') return say(`camera ${source.address}`, `camera ${source.address}`)
  return say(`nagebootst: ${source.scene}`, `simulated: ${source.scene}`)
}

function stateName(state: Station['state'], { say }: Call): string {
  return {
    untaught: say('nog niet geleerd', 'not taught yet'),
    starting: say('begint', 'starting'),
    learning: say('leert', 'learning'),
    judging: say('keurt', 'judging'),
    degraded: say('er is iets mis', 'something is wrong'),
    stopped: say('gepauzeerd', 'paused'),
  }[state]
}
