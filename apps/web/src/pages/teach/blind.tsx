import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './teach.module.css'

/** What this way of looking does not see well, in plain words, before somebody relies on it. */
export function Blind(): ReactElement {
  const { t } = useTranslation()
  return (
    <details className={styles.blind}>
      <summary>{t('teach.blind.title')}</summary>
      <p>{t('teach.blind.text')}</p>
      <ul>
        {(['missing', 'layout', 'small'] as const).map((what) => (
          <li key={what}>{t(`teach.blind.${what}`)}</li>
        ))}
      </ul>
      <p>{t('teach.blind.advice')}</p>
    </details>
  )
}
