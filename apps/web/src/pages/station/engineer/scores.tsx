import { SegmentedControl } from '@mantine/core'
import type { ScorePoint, Station, Verdict } from '@nabij/base'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useSeries } from '../../../api/queries.ts'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'
import { limitInForce } from './limit-cost.ts'
import { type Grip, ScoreChart, type ScoreLines } from './score-chart.tsx'

const views = ['last', 'hour', 'week'] as const
type View = (typeof views)[number]

function viewOf(asked: string | null): View {
  return views.find((each) => each === asked) ?? 'last'
}

interface LimitProps {
  limit: number | null
  grip: Grip | undefined
}

interface ScoresProps {
  station: Station
  verdicts: Verdict[]
  /** Where the limit may be moved. */
  grip: Grip | undefined
}

/** The address with another choice, and whatever else stood in it. */
function withScores(known: URLSearchParams, view: string): URLSearchParams {
  const next = new URLSearchParams(known)
  next.set('scores', view)
  return next
}

/** Score over time with its limit: the last parts one by one, or an hour or a week from the roll-ups. */
export function Scores({ station, verdicts, grip }: ScoresProps): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [params, setParams] = useSearchParams()
  const view = viewOf(params.get('scores'))
  const limit = limitInForce(station)
  return (
    <section className={styles.section} aria-labelledby="scores">
      <div className={styles.top}>
        <h2 id="scores">
          {t('station.scores.title')}
          {limit !== null && <span className="soft"> · {t('station.scores.limit', { limit: number(limit, 3) })}</span>}
        </h2>
        <SegmentedControl
          value={view}
          onChange={(value) => setParams((known) => withScores(known, value), { replace: true })}
          data={views.map((value) => ({ value, label: t(`station.scores.${value}`) }))}
          aria-label={t('station.scores.title')}
        />
      </div>
      {view === 'last' ? (
        <LastScores verdicts={verdicts} limit={limit} grip={grip} />
      ) : (
        <RolledUp id={station.id} view={view} limit={limit} grip={grip} />
      )}
    </section>
  )
}

function LastScores({ verdicts, limit, grip }: LimitProps & { verdicts: Verdict[] }): ReactElement {
  const { t } = useTranslation()
  const lines = useMemo((): ScoreLines => {
    const scored = verdicts.filter(({ score }) => score !== null).reverse()
    return {
      at: scored.map(({ recordedAt }) => recordedAt),
      lines: [{ name: t('station.scores.score'), values: scored.map(({ score }) => score), points: true }],
    }
  }, [verdicts, t])
  return <Chart lines={lines} limit={limit} grip={grip} />
}

function RolledUp({ id, view, limit, grip }: LimitProps & { id: string; view: 'hour' | 'week' }): ReactElement {
  const { t } = useTranslation()
  const { data: points } = useSeries(id, view === 'hour' ? 'minute' : 'hour')
  const lines = useMemo((): ScoreLines => {
    const known: ScorePoint[] = points ?? []
    return {
      at: known.map(({ at }) => at),
      lines: [
        { name: t('station.scores.mean'), values: known.map(({ mean }) => mean), points: known.length < 30 },
        { name: t('station.scores.max'), values: known.map(({ max }) => max), points: known.length < 30 },
      ],
    }
  }, [points, t])
  return <Chart lines={lines} limit={limit} grip={grip} />
}

function Chart({ lines, limit, grip }: LimitProps & { lines: ScoreLines }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const values = lines.lines.flatMap(({ values }) => values.filter((value) => value !== null))
  if (values.length === 0) return <p className={styles.none}>{t('station.scores.none')}</p>
  const words = {
    n: number(lines.at.length),
    low: number(Math.min(...values), 3),
    high: number(Math.max(...values), 3),
  }
  return <ScoreChart lines={lines} limit={limit} grip={grip} label={t('station.scores.table', words)} />
}
