import type { Origin } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './register.module.css'

/** Europe solid, outside hatched, unknown empty: with its word, so that it survives black and white. */
export function OriginMark({ origin, text }: { origin: Origin; text?: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className={styles.origin} data-origin={origin}>
      <i aria-hidden="true" />
      {text ?? t(`register.origin.${origin}`)}
    </span>
  )
}
