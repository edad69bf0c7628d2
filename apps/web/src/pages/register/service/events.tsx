import type { KnownEvent } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { FactSource } from '../fact-source.tsx'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'

/** Retirements, price rises, take-overs: what the vendor decided alone. */
export function Events({ events }: { events: KnownEvent[] }): ReactElement | null {
  const { t } = useTranslation()
  const { date } = useFormats()
  const language = useLanguage()
  if (events.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="events">
      <h2 id="events">{t('service.events')}</h2>
      <ul className={styles.rows}>
        {events.map(({ id, date: day, text, status, source }) => (
          <li key={id}>
            <div>
              {text[language]}
              <FactSource status={status} source={source} />
            </div>
            <span className="soft small">{day === null ? t('common.unknown') : date(Date.parse(day))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
