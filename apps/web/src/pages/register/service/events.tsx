import { Button } from '@mantine/core'
import type { KnownEvent } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { FactSource } from '../fact-source.tsx'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'

const atFirst = 6

/** Retirements, price rises, take-overs: what the vendor decided alone. */
export function Events({ events }: { events: KnownEvent[] }): ReactElement | null {
  const { t } = useTranslation()
  const { date } = useFormats()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const [now] = useState(() => Date.now())
  if (events.length === 0) return null
  const sorted = soonestFirst(events, now)
  return (
    <section className={styles.panel} aria-labelledby="events">
      <h2 id="events">{t('service.events')}</h2>
      <ul className={styles.rows}>
        {sorted.slice(0, all ? undefined : atFirst).map(({ id, date: day, text, status, source }) => (
          <li key={id}>
            <div>
              {text[language]}
              <FactSource status={status} source={source} />
            </div>
            <span className="soft small">{day === null ? t('common.unknown') : date(Date.parse(day))}</span>
          </li>
        ))}
      </ul>
      {!all && sorted.length > atFirst && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('service.eventsMore', { count: sorted.length - atFirst })}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What is still to come, the nearest first; then what was, the latest first; without a day last. */
export function soonestFirst(events: readonly KnownEvent[], now: number): KnownEvent[] {
  const distance = ({ date }: KnownEvent): number => {
    if (date === null) return Number.POSITIVE_INFINITY
    const away = Date.parse(date) - now
    return away >= 0 ? away : 1e13 - away
  }
  return events.toSorted((a, b) => distance(a) - distance(b))
}
