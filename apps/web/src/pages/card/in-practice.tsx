import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverview } from '../../api/queries.ts'
import { useFormats } from '../../texts/format.ts'
import { useToday } from '../station/setup/day.ts'

const days = 30

/** What people said of the verdicts of the last thirty days. */
export function InPractice({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { to } = useToday()
  const { data } = useOverview(stationId, to - days * 86_400_000, to)
  if (!data) return <>{t('common.loading')}</>
  const { right, falseAlarms, misses, unjudged } = data.feedback
  const judged = data.hours.reduce((sum, { pass, fail, unsure }) => sum + pass + fail + unsure, 0)
  return (
    <>
      {t('card.practiceText', {
        days,
        judged: number(judged),
        said: number(right + falseAlarms + misses + unjudged),
        falseAlarms: number(falseAlarms),
        misses: number(misses),
        unjudged: number(unjudged),
      })}
    </>
  )
}
