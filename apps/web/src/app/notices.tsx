import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../api/queries.ts'
import { Symbol } from '../parts/icons.tsx'
import { useFormats } from '../texts/format.ts'
import { useLost } from './live.ts'
import styles from './notices.module.css'

/** What every screen should say about the box itself: not reachable, or its disk is filling up. */
export function Notices(): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data: status } = useStatus()
  const lost = useLost()
  const disk = status?.disk
  return (
    <div aria-live="polite">
      {lost !== null && (
        <p className={styles.notice}>
          <Symbol name="warning" size={20} />
          {t('frame.lost', { time: formats.moment(lost) })}
        </p>
      )}
      {disk && disk.state !== 'ok' && (
        <p className={styles.notice}>
          <Symbol name="warning" size={20} />
          {t(`frame.disk.${disk.state}`, { free: formats.bytes(disk.freeBytes) })}
        </p>
      )}
    </div>
  )
}
