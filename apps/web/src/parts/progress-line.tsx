import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import styles from './progress-line.module.css'

/** What is being done now and how far it is; without a total the bar only says that something happens. */
export function ProgressLine({ label, done, total }: { label: string; done: number; total: number }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const known = total > 0
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        {known && <span>{t('teach.learn.progress', { done: number(done), total: number(total) })}</span>}
      </div>
      <progress className={styles.bar} aria-label={label} {...(known ? { value: done, max: total } : {})} />
    </div>
  )
}
