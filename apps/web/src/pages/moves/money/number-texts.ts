import type { MoneyFact, MoneyFigure } from '@nabij/base'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type Formats, useFormats } from '../../../texts/format.ts'
import type { money } from '../../../texts/nl/money.ts'

/** A number of the answer as people write it. */
export function useFigureText(): (figure: Pick<MoneyFigure, 'kind' | 'value'>) => string {
  const { t } = useTranslation()
  const { euros, number } = useFormats()
  return useCallback(
    ({ kind, value }) => {
      if (value === null) return t('money.none')
      if (kind === 'money') return euros(value)
      return kind === 'months' ? t('money.months', { count: value }) : number(value)
    },
    [t, euros, number],
  )
}

/** What was given, with its unit: "2 USD per 1.000 beelden". */
export function useFactText(): (fact: Pick<MoneyFact, 'value' | 'unit'>) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return useCallback(
    ({ value, unit }) => {
      if (unit === 'share') return formats.percent(Number(value), Number.isInteger(Number(value) * 100) ? 0 : 1)
      const amount = exact(value, formats)
      if (/^[A-Z]{3}$/.test(unit)) return `${amount} ${unit}`
      const [, currency, count, of] = /^([A-Z]{3})\/(?:(\d+) )?(.+)$/.exec(unit) ?? []
      const named = (word: string, many: boolean): string => {
        const [name = '', ...rest] = word.split(' ')
        if (!isUnit(name)) return word
        return [t(many ? `money.units.${name}` : `money.unit.${name}`), ...rest].join(' ')
      }
      if (!currency || !of) return `${amount} ${named(unit, Number(value) !== 1)}`
      const per = count === undefined ? named(of, false) : `${exact(count, formats)} ${named(of, true)}`
      return t('money.per', { amount: `${amount} ${currency}`, unit: per })
    },
    [t, formats],
  )
}

type Unit = keyof (typeof money)['unit']

function isUnit(word: string): word is Unit {
  return /^(image|hour|millisecond|month|piece|kilowatt-hour|gigabyte|gigabyte-month|request|page|transaction|token|credit|watt)$/.test(
    word,
  )
}

/** All decimals that there are: a price of 0.00096 is not 0. */
function exact(value: string, { number }: Formats): string {
  return number(Number(value), value.split('.')[1]?.length ?? 0)
}
