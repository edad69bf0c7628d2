import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { Reason } from '../../parts/reason.tsx'
import styles from './station-page.module.css'

/** What is wrong with a station and what to do about it, as long as something is. */
export function StationTrouble({ station }: { station: Station }): ReactElement | null {
  const { state, reason, source, name } = station
  if (state !== 'degraded' || !reason) return null
  return (
    <p className={styles.degraded}>
      <Reason code={reason} known={{ station: name, ...placeOf(source) }} />
    </p>
  )
}

/** What errors say of where pictures come from: a folder by its path, a camera by its host or its device. */
function placeOf(source: Station['source']): Record<string, string> {
  if (source.kind === 'folder') return { path: source.path }
  return source.kind === 'camera' ? { host: URL.parse(source.address)?.host || source.address } : {}
}
