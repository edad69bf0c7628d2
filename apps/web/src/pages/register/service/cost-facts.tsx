import type { Service } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { Behind } from '../behind.tsx'
import styles from '../register.module.css'
import { signed, yearly } from '../words.ts'

/** What it costs a year, where that comes from, and whether it became dearer. */
export function CostFacts({ service }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const { euros, date, percent } = useFormats()
  const cents = yearly(service)
  const { lastPaid, priceChange } = service
  return (
    <section className={styles.panel} aria-labelledby="cost">
      <h2 id="cost">{t('service.cost')}</h2>
      <p className={styles.large}>
        {cents === null ? (
          t('common.unknown')
        ) : (
          <Behind title={t('register.behind.cost')} services={[service]} of="cost">
            {t('register.aYear', { amount: euros(cents) })}
          </Behind>
        )}
      </p>
      {(lastPaid || priceChange) && (
        <p>
          {[
            lastPaid && t('service.lastPaid', { day: date(Date.parse(lastPaid)) }),
            priceChange &&
              t('service.dearer', {
                share: signed(percent(priceChange.share), priceChange.share),
                day: date(Date.parse(priceChange.since)),
              }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </section>
  )
}
