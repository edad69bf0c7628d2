import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { NabijError, type OwnModel, type Recognised } from '@nabij/base'
import { boxOf } from '../box-client.ts'
import { formatBytes, formatNumber, formatShare } from '../format.ts'
import { readPicture } from '../read-picture.ts'
import { table } from '../table.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { findModel } from './find-model.ts'
import { modelLines, settingsOf } from './settings.ts'

/** `nabij model list` */
export const list: Run = async (call) => {
  const answer = await boxOf(call).get<{ models: OwnModel[] }>('/models')
  if (call.json) call.terminal.print(JSON.stringify(answer))
  else if (answer.models.length === 0)
    call.terminal.print(call.say('Er zijn nog geen eigen modellen.', 'There are no models of your own yet.'))
  else {
    const { say } = call
    const head = [say('naam', 'name'), say('soort', 'kind'), say('labels', 'labels'), say('grootte', 'size'), 'id']
    const rows = answer.models.map(({ name, family, settings, bytes, stopped, id }) => [
      stopped ? `${name} (${say('staat uit', 'stopped')})` : name,
      settings ? `${family}, ${settings.layout}` : say('alleen getallen', 'numbers only'),
      settings ? formatNumber(settings.labels.length, call) : '–',
      formatBytes(bytes, call),
      id,
    ])
    for (const line of table(head, rows)) call.terminal.print(line)
  }
  return 0
}

/** `nabij model add` */
export const add: Run = async (call) => {
  const client = boxOf(call)
  const file = word(call, 0)
  const settings = await settingsOf(call)
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new NabijError('NABIJ_COMMAND_FILE', { path: file, reason: (error as NodeJS.ErrnoException).code }, error)
  })
  const name = optionText(call, 'name') ?? basename(file)
  const made = await client.upload<OwnModel>(`/models?name=${encodeURIComponent(name)}`, bytes)
  if (!settings) return shown(made, call)
  try {
    return shown(await client.send<OwnModel>('PATCH', `/models/${made.id}`, { settings }), call)
  } catch (error) {
    // With settings that do not fit it is not what was asked for.
    await client.send('DELETE', `/models/${made.id}`)
    throw error
  }
}

/** `nabij model show` */
export const show: Run = async (call) => shown(await findModel(boxOf(call), call, word(call, 0)), call)

/** `nabij model change` */
export const change: Run = async (call) => {
  const client = boxOf(call)
  const { id } = await findModel(client, call, word(call, 0))
  const settings = await settingsOf(call)
  if (!settings)
    throw new NabijError('NABIJ_COMMAND_USE', {
      reason: call.say('Zeg wat er anders is', 'Say what is different'),
      hint: 'nabij model change --help',
    })
  return shown(await client.send<OwnModel>('PATCH', `/models/${id}`, { settings }), call)
}

/** `nabij model try`: 0 when it found something, 1 when it found nothing. */
export const trial: Run = async (call) => {
  const client = boxOf(call)
  const { id } = await findModel(client, call, word(call, 0))
  const found = await client.upload<Recognised>(`/models/${id}/try`, await readPicture(word(call, 1)))
  if (call.json) call.terminal.print(JSON.stringify(found))
  else for (const line of foundLines(found, call)) call.terminal.print(line)
  return found.labels.length > 0 ? 0 : 1
}

/** `nabij model remove` */
export const remove: Run = async (call) => {
  const client = boxOf(call)
  const { id, name } = await findModel(client, call, word(call, 0))
  await client.send('DELETE', `/models/${id}`)
  if (call.json) call.terminal.print(JSON.stringify({ removed: id }))
  else call.terminal.print(call.say(`“${name}” is weg.`, `“${name}” is gone.`))
  return 0
}

function shown(model: OwnModel, call: Call): 0 {
  if (call.json) call.terminal.print(JSON.stringify(model))
  else for (const line of modelLines(model, call)) call.terminal.print(line)
  return 0
}

/** Ten at most: what comes after is less certain. */
function foundLines({ labels, ms }: Recognised, call: Call): string[] {
  const { say } = call
  const time = say(`${formatNumber(ms.total, call)} ms`, `${formatNumber(ms.total, call)} ms`)
  if (labels.length === 0) return [say(`Niets gevonden (${time}).`, `Nothing found (${time}).`)]
  const per = (share: number) => formatShare(share, call)
  const rows = labels
    .slice(0, 10)
    .map(({ name, score, box }) => [
      name,
      formatShare(score, call, 1),
      box ? `${per(box.x)}, ${per(box.y)}; ${per(box.w)} × ${per(box.h)}` : '–',
    ])
  const rest = labels.length - rows.length
  const more = rest > 0 ? [say(`… en nog ${rest}`, `… and ${rest} more`)] : []
  const head = [
    say('wat', 'what'),
    say('zeker', 'certain'),
    say('waar (links, boven; breed × hoog)', 'where (left, top; wide × high)'),
  ]
  return [...table(head, rows), ...more, time]
}
