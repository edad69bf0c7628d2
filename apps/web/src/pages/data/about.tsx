import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../api/queries.ts'
import { useFormats } from '../../texts/format.ts'
import styles from './data-page.module.css'

/** Which version runs, since when, how it is doing, and where to read on. */
export function About(): ReactElement {
  const { t } = useTranslation()
  const { bytes, moment } = useFormats()
  const { data: status } = useStatus()
  const { executors, disk } = status ?? {}
  const facts = status
    ? [
        `${t('data.about.version', { version: status.version })}, ${t('data.about.since', { moment: moment(status.startedAt) })}`,
        `${t('data.about.executors', { count: executors?.running ?? 0 })}, ${t('data.about.restarts', { count: executors?.restarts ?? 0 })}`,
        t('data.about.disk', { free: bytes(disk?.freeBytes ?? 0) }),
      ]
    : [t('common.loading')]
  const links = [
    { to: '/api/docs', text: t('data.about.api') },
    { to: '/api/v1/openapi.json', text: t('data.about.openapi') },
    { to: '/metrics', text: t('data.about.metrics') },
  ]
  return (
    <section className={styles.section} aria-labelledby="about">
      <h2 id="about">{t('data.about.title')}</h2>
      <ul className={styles.about}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        <li>{t('data.about.licence')}</li>
        {links.map(({ to, text }) => (
          <li key={to}>
            <a href={to}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
