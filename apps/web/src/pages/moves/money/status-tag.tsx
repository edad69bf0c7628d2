import type { PriceStatus } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './money.module.css'

/** How sure a price, or a number that rests on it, is. */
export function StatusTag({ status }: { status: PriceStatus }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className={styles.status} data-status={status}>
      {t(`money.status.${status}`)}
    </span>
  )
}
