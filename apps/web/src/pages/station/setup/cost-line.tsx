import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverview } from '../../../api/queries.ts'
import { useFormats } from '../../../texts/format.ts'
import { useToday } from './day.ts'
import { cloudPrice, runningCost } from './running-cost.ts'

/** Time, watt-hours and euros for a thousand pictures here, beside what a cloud service asks, with its date. */
export function CostLine({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { number, milliseconds, date } = useFormats()
  const { from, to } = useToday()
  const { data } = useOverview(station.id, from, to)
  const { watt, centsPerKwh } = station.settings
  const ms = data?.ms?.p50 ?? null
  const cost = runningCost(ms, watt, centsPerKwh)
  const cents = cost?.cents ?? null
  return (
    <div>
      <p>
        {ms === null ? t('setup.costs.noTime') : t('setup.costs.time', { ms: milliseconds(ms) })}{' '}
        {cost === null ? t('setup.costs.noPower') : t('setup.costs.power', { wattHours: number(cost.wattHours, 2) })}{' '}
        {cents !== null &&
          (cents < 1 ? t('setup.costs.lessThanCent') : t('setup.costs.euros', { euros: number(cents / 100, 2) }))}
      </p>
      <p className="soft small">
        {t('setup.costs.cloud', {
          service: cloudPrice.service,
          region: cloudPrice.region,
          dollars: number(cloudPrice.dollarsPerThousand, 2),
          source: cloudPrice.source,
          date: date(cloudPrice.date),
        })}
      </p>
    </div>
  )
}
