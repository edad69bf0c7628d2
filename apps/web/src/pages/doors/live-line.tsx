import { Button, Skeleton } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJobs } from '../../api/queries.ts'
import { useSampleLine } from '../../app/sample.ts'
import { isSampleWelcome, welcomeSample } from '../../app/sample-removal.ts'
import { sampleApi } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { LiveSight } from '../../parts/live-sight.tsx'
import { heatStrength, mapLimitOf } from '../../parts/map-limit.ts'
import { PartPicture } from '../../parts/part-picture.tsx'
import { useTold } from '../../parts/problem-view.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { VerdictBadge } from '../../parts/verdict-badge.tsx'
import styles from './live-line.module.css'

/** How far the line is with its first lesson. */
function Learning(): ReactElement | null {
  const { t } = useTranslation()
  const { data: jobs } = useJobs(sampleApi)
  const job = jobs?.find(({ state }) => state === 'running')
  if (!job) return null
  return <ProgressLine label={t(`frame.tray.step.${job.step}`)} done={job.done} total={job.total} />
}

/** The sample's biscuit line as it runs now, seen from its first picture on: the picture in the second door. */
export function LiveLine(): ReactElement {
  const { t } = useTranslation()
  const tell = useTold()
  const [wanted, setWanted] = useState(isSampleWelcome)
  const { judging, learning, error } = useSampleLine(wanted)
  const verdict = judging?.lastVerdict
  if (!wanted) {
    const restart = (): void => {
      welcomeSample()
      setWanted(true)
    }
    return (
      <div className={styles.still}>
        <Symbol name="belt" size={64} />
        <Button variant="default" className={styles.restart} onClick={restart}>
          {t('doors.camera.restart')}
        </Button>
      </div>
    )
  }
  if (!judging || !verdict) {
    const words = t(learning ? 'doors.camera.learning' : 'doors.camera.waking')
    return (
      <div className={styles.line}>
        <Skeleton height="100%" radius={0} animate={!error} />
        {learning && !error && (
          <div className={styles.sight} data-testid="line-sight">
            <LiveSight stationId={learning.id} of={sampleApi} until="" />
          </div>
        )}
        <div className={styles.caption}>
          <p>{error ? tell(error).title : words}</p>
          {learning && !error && <Learning />}
        </div>
      </div>
    )
  }
  return (
    <div className={styles.line} data-testid="live-line">
      <div className={styles.picture}>
        <PartPicture
          api={sampleApi}
          verdict={verdict}
          alt={t('doors.camera.alt', { verdict: t(`common.verdict.${verdict.verdict}`) })}
          strength={heatStrength(verdict, 0.9)}
          mapLimit={mapLimitOf(verdict, judging)}
        />
      </div>
      <div className={styles.badge}>
        <VerdictBadge verdict={verdict.verdict} />
      </div>
      <p className={styles.caption}>{t('doors.camera.live')}</p>
    </div>
  )
}
