import type { ChipChecks, ChipPoint } from '@nabij/base'
import { formatNumber } from '../format.ts'
import type { Call } from '../verb.ts'

/** What a check says, for a person: the model, then each chip with its one line and the reasons. */
export function checkLines({ model, checks }: ChipChecks, call: Call): string[] {
  const { say, language } = call
  const inputs = model.inputs.map(
    ({ name, type, dims }) => `${name} ${type} [${dims?.map((dim) => dim ?? '?').join(', ') ?? '?'}]`,
  )
  const count = Object.values(model.operators).reduce((sum, each) => sum + each, 0)
  const work =
    model.multiplications === null
      ? say('rekenwerk onbekend', 'work unknown')
      : say(
          `${formatNumber(model.multiplications / 1e6, call)} miljoen vermenigvuldigingen`,
          `${formatNumber(model.multiplications / 1e6, call)} million multiplications`,
        )
  const parameters = formatNumber(model.parameters / 1e6, call, 1)
  return [
    say(
      `Opset ${model.opset}, ${count} bewerkingen, ${parameters} miljoen getallen (${model.precision}), ${work}.`,
      `Opset ${model.opset}, ${count} operators, ${parameters} million numbers (${model.precision}), ${work}.`,
    ),
    say(`Invoer: ${inputs.join('; ')}`, `Input: ${inputs.join('; ')}`),
    ...checks.flatMap(({ sentence, points }) => [
      '',
      sentence[language],
      ...points
        .filter((point) => point.answer !== 'fits' || point.about === 'precision')
        .flatMap((point) => pointLines(point, call)),
    ]),
    '',
    say(
      'Dit zegt wat er gedocumenteerd staat, niet hoe snel het is. Bron en datum van elk punt: --json.',
      'This says what is documented, not how fast it is. Source and day of each point: --json.',
    ),
  ]
}

const signs: Record<ChipPoint['answer'], string> = { fits: '+', partly: '~', no: '-', unknown: '?' }

function pointLines({ answer, text, count, about, instead, status }: ChipPoint, { language, say }: Call): string[] {
  const times = about === 'operator' && count > 1 ? ` (${count}×)` : ''
  const heard = status === 'reported' ? say(' [van horen zeggen]', ' [by hearsay]') : ''
  return [`  ${signs[answer]} ${text[language]}${times}${heard}`, ...(instead ? [`      → ${instead[language]}`] : [])]
}
