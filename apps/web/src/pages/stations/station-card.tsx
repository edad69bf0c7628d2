import { Skeleton } from '@mantine/core'
import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useVerdicts } from '../../api/queries.ts'
import { useApi } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { LiveSight } from '../../parts/live-sight.tsx'
import { heatStrength, mapLimitOf } from '../../parts/map-limit.ts'
import { PartPicture } from '../../parts/part-picture.tsx'
import { Sparkline } from '../../parts/sparkline.tsx'
import { VerdictBadge } from '../../parts/verdict-badge.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from './stations-page.module.css'

const sparkLength = 40

/** One station on the wall: live picture, verdict, today's counts, the last scores, and how it is in words. */
export function StationCard({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const api = useApi()
  const { data: verdicts } = useVerdicts(station.id)
  const { lastVerdict, today } = station
  const counts = { pass: number(today.pass), fail: number(today.fail), unsure: number(today.unsure) }
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        {lastVerdict ? (
          <PartPicture
            api={api}
            verdict={lastVerdict}
            alt={t('station.picture')}
            strength={heatStrength(lastVerdict, 0.9)}
            mapLimit={mapLimitOf(lastVerdict, station)}
          />
        ) : (
          <NoVerdictYet station={station} />
        )}
        {lastVerdict && (
          <div className={styles.badge}>
            <VerdictBadge verdict={lastVerdict.verdict} />
          </div>
        )}
      </div>
      <div className={styles.words}>
        <div className={styles.name}>
          <h2>
            <Link href={`/stations/${station.id}`} className={styles.link}>
              {station.name}
            </Link>
          </h2>
          <span className={styles.state} data-state={station.state}>
            {t(`stations.state.${station.state}`)}
          </span>
        </div>
        <div className={styles.counts}>
          <span>{t('stations.counts', counts)}</span>
          <span className="soft">{t('stations.today')}</span>
        </div>
        <div className={styles.spark}>
          {verdicts && verdicts.length > 1 && (
            <Sparkline verdicts={verdicts.slice(0, sparkLength)} label={t('stations.last')} />
          )}
        </div>
      </div>
    </article>
  )
}

/** A live source is seen before anything is judged. */
function NoVerdictYet({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const words = t('stations.noPicture')
  if (station.source.kind !== 'simulator' || station.state === 'stopped') return <span>{words}</span>
  return <LiveSight stationId={station.id} until={words} />
}

/** What a card looks like while it is not there yet. */
export function CardSkeleton(): ReactElement {
  return (
    <div className={styles.card}>
      <div className={styles.picture}>
        <Skeleton height="100%" radius={0} />
      </div>
      <div className={styles.words}>
        <Skeleton height={28} width="60%" />
        <Skeleton height={24} />
        <Skeleton height={40} />
      </div>
    </div>
  )
}

/** A card as it will be, with made-up counts. */
export function ExampleCard(): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <div className={styles.card}>
      <div className={styles.picture}>
        <Symbol name="photos" size={64} />
        <div className={styles.badge}>
          <VerdictBadge verdict="pass" />
        </div>
      </div>
      <div className={styles.words}>
        <div className={styles.name}>
          <h2>{t('stations.empty.name')}</h2>
          <span className={styles.state}>{t('stations.state.judging')}</span>
        </div>
        <div className={styles.counts}>
          <span>{t('stations.counts', { pass: number(1204), fail: number(17), unsure: number(3) })}</span>
          <span>{t('stations.today')}</span>
        </div>
      </div>
    </div>
  )
}
