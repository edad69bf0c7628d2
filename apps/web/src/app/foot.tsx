import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStatus } from '../api/queries.ts'
import { useMe } from '../pages/login/gate.tsx'
import { Symbol } from '../parts/icons.tsx'
import { useFormats } from '../texts/format.ts'
import styles from './foot.module.css'
import { useWorkspace } from './workspace.ts'

/** On every screen: what left this device, and the last backup. Both open the page behind the figure. */
export function Foot(): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kind } = useWorkspace()
  const { data: me } = useMe()
  const { data: status, dataUpdatedAt } = useStatus()
  const bytes = status ? formats.bytes(status.egress.bytes) : t('common.unknown')
  const at = status?.lastBackupAt ?? null
  const none = status ? t('frame.foot.noBackup') : t('frame.foot.backup', { moment: t('common.unknown') })
  const backup = at === null ? none : t('frame.foot.backup', { moment: formats.moment(at) })
  return (
    <footer className={styles.foot} aria-label={t('frame.foot.label')}>
      <Link href="/data#egress" className={styles.link}>
        {t('frame.foot.egress', { bytes })}
      </Link>
      {kind === 'own' ? (
        <Link href="/data#backup" className={styles.link}>
          {backup}
        </Link>
      ) : (
        <span>{t('frame.foot.sample')}</span>
      )}
      {status && <span className={styles.printed}>nabij · {formats.instant(dataUpdatedAt)}</span>}
      <span className={styles.only}>
        <Symbol name="lock" size={16} />
        {t(me?.reachable ? 'frame.foot.network' : 'frame.foot.only')}
      </span>
    </footer>
  )
}
