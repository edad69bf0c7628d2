import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useWorkspace } from '../../../app/workspace.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './notices.module.css'

/** Light or camera went away from what was taught: what it is, what to look at, and what to do when it is meant. */
export function DriftBanner({ station }: { station: Station }): ReactElement | null {
  const { t } = useTranslation()
  const { moment } = useFormats()
  const { kind } = useWorkspace()
  const { drift } = station
  if (!drift) return null
  return (
    <output className={styles.drift} data-testid="drift">
      <Symbol name="warning" size={28} />
      <p>
        <strong>{t(`work.drift.title.${drift.of}.${drift.direction}`)}.</strong>{' '}
        {t('work.drift.since', { moment: moment(drift.since) })} {t(`work.drift.what.${drift.of}`)}{' '}
        {kind === 'own' && <Link href={`/stations/${station.id}/teach`}>{t('work.drift.again')}</Link>}
      </p>
    </output>
  )
}
