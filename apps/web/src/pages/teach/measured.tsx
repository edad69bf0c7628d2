import type { Rate, RecipeFacts } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'

/** What was measured on photos of bad parts, where there were any: both kinds of mistakes, each with its interval. */
export function Measured({ facts }: { facts: RecipeFacts }): ReactElement | null {
  const { t } = useTranslation()
  const { percent, number } = useFormats()
  const { errors, kinds } = facts
  if (!errors && kinds.length === 0) return null
  const words = ({ value, low, high, of }: Rate) => ({
    share: percent(value),
    low: percent(low),
    high: percent(high),
    of: number(of),
  })
  return (
    <div data-testid="measured">
      {errors && <p>{t('teach.errors.misses', words(errors.misses))}</p>}
      {errors && <p>{t('teach.errors.falseAlarms', words(errors.falseAlarms))}</p>}
      {kinds.length > 0 && <p>{t('teach.errors.kinds', { kinds: kinds.map(({ name }) => name).join(', ') })}</p>}
    </div>
  )
}
