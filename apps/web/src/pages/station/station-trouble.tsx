import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { Reason } from '../../parts/reason.tsx'
import styles from './station-page.module.css'

/** What is wrong with a station and what to do about it, as long as something is. */
export function StationTrouble({ station }: { station: Station }): ReactElement | null {
  const { state, reason, source, name } = station
  if (state !== 'degraded' || !reason) return null
  const known = { station: name, ...(source.kind === 'folder' ? { path: source.path } : {}) }
  return (
    <p className={styles.degraded}>
      <Reason code={reason} known={known} />
    </p>
  )
}
