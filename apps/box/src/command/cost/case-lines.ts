import { type MoneyFigure, type MoneyResult, minorUnits, oneWhole } from '@nabij/base'
import { formatNumber, formatShare } from '../format.ts'
import { table } from '../table.ts'
import type { Call } from '../verb.ts'

/** A case for a person: the one line first, then the numbers, then what must be known of them. */
export function caseLines(result: MoneyResult, call: Call): string[] {
  const { verdict, figures, remarks, tornado, monteCarlo, currency } = result
  const { say, language } = call
  const shown = figures.filter(({ id }) => !id.includes('.'))
  const money = (minor: number) => moneyText(minor, currency, call)
  const rows = shown.map((figure) => [figure.label[language], valueOf(figure)])
  const swings = tornado.map(({ label, low, high }) => [
    label[language],
    `× ${low.factor}`,
    money(low.npvMinor),
    `× ${high.factor}`,
    money(high.npvMinor),
  ])
  const { npv60, paysBack, draws, seed } = monteCarlo
  return [
    verdict.text[language],
    ...verdict.anyway.map(
      (reason) => `  ${say('Reden om het toch te doen', 'Reason to do it all the same')}: ${reason[language]}`,
    ),
    '',
    ...table([say('getal', 'number'), ''], rows),
    '',
    say(
      'Als één ding anders uitpakt, contante waarde over 60 maanden:',
      'If one thing turns out otherwise, present value over 60 months:',
    ),
    ...table(['', say('laag', 'low'), '', say('hoog', 'high'), ''], swings),
    '',
    say(
      `Als alles tegelijk kan meevallen of tegenvallen (${draws} trekkingen, zaad ${seed}): ${formatShare(paysBack, call)} verdient zich terug; over 60 maanden ${money(npv60.p5)} tot ${money(npv60.p95)}, meestal rond ${money(npv60.p50)}.`,
      `If everything may turn out better or worse at once (${draws} draws, seed ${seed}): ${formatShare(paysBack, call)} pays back; over 60 months ${money(npv60.p5)} to ${money(npv60.p95)}, usually about ${money(npv60.p50)}.`,
    ),
    '',
    ...remarks.map(({ text }) => text[language]),
    ...(call.options['explain'] ? explained(result, call) : []),
  ]

  function valueOf({ kind, value }: MoneyFigure): string {
    if (value === null) return '–'
    if (kind === 'money') return money(value)
    return kind === 'months'
      ? `${value} ${say(value === 1 ? 'maand' : 'maanden', value === 1 ? 'month' : 'months')}`
      : formatNumber(value, call)
  }
}

/** What each number is made of, and where that was read. */
function explained({ figures, facts }: MoneyResult, { say, language }: Call): string[] {
  return [
    '',
    say('Waar elk getal uit komt:', 'What each number is made of:'),
    ...figures.flatMap(({ id, label, formula, from }) => [
      `  ${id}: ${label[language]}`,
      `    = ${formula[language]}`,
      `    ← ${from.join(', ')}`,
    ]),
    '',
    say('Gegevens:', 'Facts:'),
    ...facts.flatMap(({ id, label, value, unit, source, checkedOn, status }) => [
      `  ${id}: ${label[language]} = ${value} ${unit}${status === null ? '' : ` (${status})`}`,
      ...(source === null ? [] : [`    ${source}${checkedOn === null ? '' : `, ${checkedOn}`}`]),
    ]),
  ]
}

function moneyText(minor: number, currency: string, { language }: Call): string {
  const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { style: 'currency', currency })
  return format.format(minor / minorUnits(oneWhole, currency))
}
