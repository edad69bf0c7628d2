import type { Station } from '@nabij/base'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLost } from '../../app/live.ts'
import { Symbol } from '../../parts/icons.tsx'
import { VerdictBadge, VerdictLamp } from '../../parts/verdict-badge.tsx'
import { useFormats } from '../../texts/format.ts'
import { isCurrent } from './current.ts'
import styles from './operator-view.module.css'
import { StopSwitch } from './stop-switch.tsx'

/**
 * The verdict, large. Only what holds for the part that lies there now lights the lamp: an old verdict that goes on
 * shining while nothing is judged would be believed from three metres.
 */
export function Lamp({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const lost = useLost()
  const { state, lastVerdict } = station
  if (lost !== null) return <Quiet station={station} words={t('station.lost')} warning />
  if (state === 'stopped') {
    return (
      <Quiet station={station} words={t('station.stoppedNow')}>
        <StopSwitch station={station} />
      </Quiet>
    )
  }
  if (state === 'degraded' && !isCurrent(station))
    return <Quiet station={station} words={t('station.trouble')} warning />
  if (!lastVerdict) return <Quiet station={station} words={t(`stations.state.${state}`)} />
  return <VerdictLamp verdict={lastVerdict.verdict} />
}

interface QuietProps {
  station: Station
  words: string
  warning?: boolean
  children?: ReactNode
}

function Quiet({ station, words, warning, children }: QuietProps): ReactElement {
  const { t } = useTranslation()
  const { moment } = useFormats()
  const { lastVerdict } = station
  return (
    <div className={styles.quiet} data-warning={warning} data-testid="quiet">
      {warning && <Symbol name="warning" size={64} />}
      <p>{words}</p>
      {children}
      {lastVerdict && (
        <p className={styles.before}>
          {t('station.lastKnown', { moment: moment(lastVerdict.recordedAt) })}{' '}
          <VerdictBadge verdict={lastVerdict.verdict} />
        </p>
      )}
    </div>
  )
}
