import { type ChipNeed, type ChipOption, NabijError } from '@nabij/base'
import { needAChip } from '@nabij/chips'
import { boxOf } from '../box-client.ts'
import { formatNumber } from '../format.ts'
import { knowledgeOf } from '../knowledge/saved.ts'
import { findStation } from '../station/find-station.ts'
import { type Call, type ExitCode, type Run, word } from '../verb.ts'

/** `nabij chip need`: of a station of a running nabij, or from times that somebody measured. */
export const need: Run = async (call) => {
  const answer = word(call, 0) === '' ? await fromTimes(call) : await ofStation(call)
  if (call.json) call.terminal.print(JSON.stringify(answer))
  else for (const line of needLines(answer, call)) call.terminal.print(line)
  return exitCode(answer)
}

async function ofStation(call: Call): Promise<ChipNeed> {
  const client = boxOf(call)
  const { id } = await findStation(client, call, word(call, 0))
  const wanted = call.options['wanted'] as number | undefined
  return client.get<ChipNeed>(`/stations/${id}/chip${wanted === undefined ? '' : `?wanted=${wanted}`}`)
}

async function fromTimes(call: Call): Promise<ChipNeed> {
  const { ms, model, wanted } = call.options as { ms?: number; model?: number; wanted?: number }
  if (ms === undefined || wanted === undefined)
    throw new NabijError('NABIJ_COMMAND_USE', {
      reason: 'nabij chip need',
      hint: call.say(
        'nabij chip need STATION, of --ms 41 --wanted 2',
        'nabij chip need STATION, or --ms 41 --wanted 2',
      ),
    })
  const { pack } = await knowledgeOf(call)
  const measured = { total: ms, model: model ?? ms, pictures: 1 }
  return needAChip({ ms: measured, wantedPerSecond: wanted, wantedFrom: 'given' }, pack.chips, pack.prices)
}

/** 0: it does without; 1: it does not, or nobody can say. */
function exitCode({ answer }: ChipNeed): ExitCode {
  return answer === 'no' ? 0 : 1
}

function needLines({ sentence, ms, wantedFrom, first, options }: ChipNeed, call: Call): string[] {
  const { say, language } = call
  const number = (value: number) => formatNumber(value, call, 1)
  const from = {
    given: say('zoals je opgaf', 'as you gave it'),
    camera: say('zoals de bron is ingesteld', 'as the source is set'),
    seen: say('in de drukste minuut van de laatste dag', 'in the busiest minute of the last day'),
    unknown: say('onbekend', 'unknown'),
  }[wantedFrom]
  return [
    sentence[language],
    ...(ms
      ? [
          say(
            `Middelste van ${ms.pictures} gemeten: ${number(ms.total)} ms, waarvan ${number(ms.model)} ms het model. Wat nodig is: ${from}.`,
            `Middle of ${ms.pictures} measured: ${number(ms.total)} ms, of which the model ${number(ms.model)} ms. What is needed: ${from}.`,
          ),
        ]
      : []),
    ...(first.length > 0
      ? ['', say('Eerst proberen:', 'Try first:'), ...first.map((each) => `  - ${each[language]}`)]
      : []),
    ...options.flatMap((option) => optionLines(option, call)),
  ]
}

function optionLines({ chip, prices, watts, speeds, unknown }: ChipOption, call: Call): string[] {
  const { say, language } = call
  const heard = (status: string) => (status === 'confirmed' ? '' : say(', niet bevestigd', ', not confirmed'))
  return [
    '',
    `${chip.name} (${chip.maker})`,
    ...prices.map(({ name, amount, currency, checkedOn, status, source }) =>
      amount === null
        ? `  ${name[language]}: ${say('prijs onbekend', 'price unknown')} (${checkedOn})`
        : `  ${name[language]}: ${amount} ${currency} (${checkedOn}${heard(status)}; ${source ?? '?'})`,
    ),
    ...(watts.value ? [`  ${watts.value.low}–${watts.value.high} W (${watts.checkedOn}${heard(watts.status)})`] : []),
    ...speeds.map(
      ({ model, perSecond, by, checkedOn, status }) =>
        `  ${model}: ${formatNumber(perSecond, call)}/s (${by === 'vendor' ? say('zegt de maker', 'says the maker') : say('mat een ander', 'measured by another')}, ${checkedOn}${heard(status)})`,
    ),
    ...unknown.map((each) => `  ? ${each[language]}`),
  ]
}
