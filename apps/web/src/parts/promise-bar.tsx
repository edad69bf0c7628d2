import type { RecipeFacts } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import { Hint } from './hint.tsx'
import styles from './promise-bar.module.css'

/** The sentence that matters after teaching, with its bar and what more photos would bring. */
export function PromiseBar({ facts }: { facts: RecipeFacts }): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const { promise, next, photos } = facts
  if (!promise) {
    return (
      <div className={styles.promise}>
        <p className={styles.sentence}>{t('teach.promise.unknown', { count: photos })}</p>
        {next && <p>{t('teach.promise.next', { count: next.photos, parts: outOfHundred(next.atMost) })}</p>}
      </div>
    )
  }
  const parts = outOfHundred(promise.atMost)
  const sure = formats.percent(promise.confidence)
  return (
    <div className={styles.promise} data-testid="promise">
      <p className={styles.sentence}>
        {t('teach.promise.sentence', { count: photos, parts, sure })} <Hint text={t('teach.promise.why')} />
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.refused} style={{ width: `${Math.min(100, parts)}%` }} />
        {next && <span className={styles.next} style={{ left: `${Math.min(100, outOfHundred(next.atMost))}%` }} />}
      </div>
      {next && <p>{t('teach.promise.next', { count: next.photos, parts: outOfHundred(next.atMost) })}</p>}
    </div>
  )
}

/** "At most" is rounded up: a promise is never better than it is. */
export function outOfHundred(share: number): number {
  return Math.ceil(share * 100 - 1e-9)
}
