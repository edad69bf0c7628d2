import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import type { Day } from './add-up.ts'
import styles from './day-overview.module.css'

const shown = 8

/** Kinds of defects, most first, as bars with their number. */
export function Pareto({ kinds }: { kinds: Day['kinds'] }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const most = Math.max(1, ...kinds.map(({ fails }) => fails))
  if (kinds.length === 0) return <p className="soft">{t('overview.pareto.none')}</p>
  return (
    <ol className={styles.pareto}>
      {kinds.slice(0, shown).map(({ kind, fails }) => (
        <li key={kind ?? ''}>
          <span className={styles.kind}>{kind ?? t('overview.pareto.unnamed')}</span>
          <span className={styles.bar} style={{ width: `${(fails / most) * 60}%` }} aria-hidden="true" />
          <strong>{number(fails)}</strong>
        </li>
      ))}
    </ol>
  )
}
