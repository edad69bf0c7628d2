import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './example.module.css'

/** A faint picture of what will be here, marked as an example. Not read aloud in full: the words beside it say it. */
export function Example({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={styles.example}>
      <span className={styles.mark}>{t('common.example')}</span>
      <div className={styles.faint} aria-hidden="true" inert>
        {children}
      </div>
    </div>
  )
}
