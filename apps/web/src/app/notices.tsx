import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../api/queries.ts'
import { Symbol } from '../parts/icons.tsx'
import { useFormats } from '../texts/format.ts'
import styles from './notices.module.css'

/** A short cut in the line is nobody's concern. */
const quietFor = 1500

/** What every screen should say about the box itself: not reachable, or its disk is filling up. */
export function Notices({ lostSince }: { lostSince: number | null }): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data: status } = useStatus()
  const lost = useLasting(lostSince)
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

function useLasting(since: number | null): number | null {
  const [lasting, setLasting] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(since), since === null ? 0 : quietFor)
    return () => clearTimeout(timer)
  }, [since])
  return lasting
}
