import { NabijError, type Output, type OutputConfig } from '@nabij/base'
import { type BoxClient, boxOf } from '../box-client.ts'
import { formatNumber, formatTime } from '../format.ts'
import { findStation } from '../station/find-station.ts'
import { table } from '../table.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'

/** `nabij output list` */
export const list: Run = async (call) => {
  const client = boxOf(call)
  const { id, name } = await findStation(client, call, word(call, 0))
  const answer = await client.get<{ outputs: Output[] }>(`/stations/${id}/outputs`)
  if (call.json) call.terminal.print(JSON.stringify(answer))
  else if (answer.outputs.length === 0)
    call.terminal.print(call.say(`“${name}” vertelt het nog niemand.`, `“${name}” tells nobody yet.`))
  else for (const line of lines(answer.outputs, call)) call.terminal.print(line)
  return 0
}

/** `nabij output add` */
export const add: Run = async (call) => {
  const client = boxOf(call)
  const { id } = await findStation(client, call, word(call, 0))
  const made = await client.send<Output & { secret: string | null }>('POST', `/stations/${id}/outputs`, configOf(call))
  if (call.json) call.terminal.print(JSON.stringify(made))
  else {
    for (const line of lines([made], call)) call.terminal.print(line)
    if (made.secret)
      call.terminal.print(
        call.say(
          `Het geheim waarmee elk bericht is ondertekend (je ziet het alleen nu): ${made.secret}`,
          `The secret that signs each message (shown only now): ${made.secret}`,
        ),
      )
  }
  return 0
}

/** `nabij output remove` */
export const remove: Run = async (call) => {
  const client = boxOf(call)
  const { id } = await findOutput(client, call)
  await client.send('DELETE', `/outputs/${id}`)
  if (call.json) call.terminal.print(JSON.stringify({ removed: id }))
  else call.terminal.print(call.say('De uitgang is weg.', 'The output is gone.'))
  return 0
}

/** `nabij output try`: 0 when the other side has it; else the error says what is wrong. */
export const trial: Run = async (call) => {
  const client = boxOf(call)
  const { id, address } = await findOutput(client, call)
  await client.send('POST', `/outputs/${id}/try`)
  if (call.json) call.terminal.print(JSON.stringify({ id, address, taken: true }))
  else call.terminal.print(call.say(`${address} heeft het bericht.`, `${address} has the message.`))
  return 0
}

function configOf(call: Call): OutputConfig {
  const address = word(call, 1)
  const on = (optionText(call, 'on') ?? 'fail,alarm').split(',') as OutputConfig['on']
  if (call.options['relay'] === true) return { kind: 'relay', address, method: 'GET', on, enabled: true }
  if (/^https?:/i.test(address)) return { kind: 'webhook', address, on, enabled: true }
  const topic = optionText(call, 'topic')
  if (topic === undefined) {
    const reason = call.say('Een MQTT-broker heeft een onderwerp nodig', 'An MQTT broker needs a topic')
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: '--topic fabriek/pers2' })
  }
  // Not as an option: what is typed there can be read by others on this computer.
  const password = process.env['NABIJ_OUTPUT_PASSWORD']
  const username = optionText(call, 'username')
  return {
    kind: 'mqtt',
    address,
    topic,
    on,
    enabled: true,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  }
}

/** By its id, or the beginning of it. @throws NabijError NABIJ_COMMAND_USE */
async function findOutput(client: BoxClient, call: Call): Promise<Output> {
  const { id, name } = await findStation(client, call, word(call, 0))
  const meant = word(call, 1)
  const { outputs } = await client.get<{ outputs: Output[] }>(`/stations/${id}/outputs`)
  const found = outputs.filter((output) => output.id === meant || output.address === meant)
  const [output] = found
  if (output && found.length === 1) return output
  throw new NabijError('NABIJ_COMMAND_USE', {
    reason: call.say(
      `“${name}” heeft niet één uitgang die zo heet: ${meant}`,
      `“${name}” has not one output called: ${meant}`,
    ),
    hint: outputs.map((each) => each.id).join(', ') || 'nabij output add --help',
  })
}

function lines(outputs: readonly Output[], call: Call): string[] {
  const { say } = call
  const head = [
    say('soort', 'kind'),
    say('adres', 'address'),
    say('bij', 'on'),
    say('wacht', 'waiting'),
    say('laatst', 'last'),
    'id',
  ]
  const rows = outputs.map(({ kind, address, on, enabled, waiting, lastSentAt, problem, id }) => {
    const last = problem ?? (lastSentAt === null ? '–' : formatTime(lastSentAt, call))
    return [
      kind,
      address,
      on.join(','),
      formatNumber(waiting, call),
      enabled ? last : say('staat uit', 'switched off'),
      id,
    ]
  })
  return table(head, rows)
}
