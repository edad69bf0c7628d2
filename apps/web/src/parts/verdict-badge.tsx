import type { VerdictWord } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { VerdictShape } from './icons.tsx'
import styles from './verdict-badge.module.css'

/** Shape, word and colour of a verdict, small. */
export function VerdictBadge({ verdict }: { verdict: VerdictWord }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className={styles.badge} data-verdict={verdict}>
      <VerdictShape verdict={verdict} size={20} />
      {t(`common.verdict.${verdict}`)}
    </span>
  )
}

/** The verdict as a lamp that is read from three metres. */
export function VerdictLamp({ verdict }: { verdict: VerdictWord }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={styles.lamp} data-verdict={verdict} data-testid="verdict">
      <VerdictShape verdict={verdict} size="1.6em" />
      <span>{t(`common.verdict.${verdict}`)}</span>
    </div>
  )
}
