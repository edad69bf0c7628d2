import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import type { Station } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { Overview } from '../../../api/client.ts'
import { useOverview, useStation } from '../../../api/queries.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { AbsentPage } from '../../absent-page.tsx'
import page from '../verdict-page.module.css'
import styles from './shift-page.module.css'
import { type Span, spans, stretchOf, timeOf } from './shift-times.ts'

function spanOf(asked: string | null): Span {
  return spans.find((each) => each === asked) ?? 'shift'
}

/** What a shift leaves behind: how many were good, bad and unsure, the kinds, and the mistakes that people named. */
export function ShiftPage({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const { station, absent, error } = useStation(stationId)
  if (absent) return <AbsentPage />
  const back = (
    <Link href={`/stations/${stationId}`} className={page.back}>
      <Symbol name="left" size={16} />
      {station?.name ?? t('station.verdict.back')}
    </Link>
  )
  return (
    <>
      <PageHead title={t('work.shift.title')} before={back}>
        <Button size="md" variant="default" onClick={() => window.print()}>
          {t('work.shift.print')}
        </Button>
      </PageHead>
      {error && <ProblemView error={error} />}
      {!station && !error && <Skeleton height={320} />}
      {station && <Shifts station={station} />}
    </>
  )
}

function Shifts({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { moment, list } = useFormats()
  const { shifts } = station.settings
  const [search, setSearch] = useSearchParams()
  const span = spanOf(search.get('span'))
  // To the minute: the same question within it is the same answer.
  const [now] = useState(() => Math.ceil(Date.now() / 60_000) * 60_000)
  const { from, to } = stretchOf(span, now, shifts)
  const { data, error } = useOverview(station.id, from, to)
  const begins = list(shifts.toSorted((a, b) => a - b).map(timeOf))
  return (
    <>
      <SegmentedControl
        className={styles.spans}
        aria-label={t('work.shift.spans')}
        value={span}
        data={spans.map((value) => ({ value, label: t(`work.shift.span.${value}`) }))}
        onChange={(value) => setSearch({ span: value }, { replace: true })}
      />
      <p className={styles.when}>
        <strong>{t(`work.shift.span.${span}`)}</strong>,{' '}
        {t('work.shift.fromTo', { from: moment(from), to: moment(to) })}
        {(span === 'shift' || span === 'previous') && (
          <span className="soft">
            {' · '}
            {t('work.shift.begins', { count: shifts.length, begins })}{' '}
            <Link href={`/stations/${station.id}/setup#shifts`}>{t('work.shift.change')}</Link>
          </span>
        )}
      </p>
      {error && <ProblemView error={error} />}
      {!data && !error && <Skeleton height={320} />}
      {data && <Summary overview={data} />}
    </>
  )
}

function Summary({ overview }: { overview: Overview }): ReactElement {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const { hours, kinds, feedback } = overview
  const sum = { pass: 0, fail: 0, unsure: 0, dropped: 0 }
  for (const hour of hours) for (const word of ['pass', 'fail', 'unsure', 'dropped'] as const) sum[word] += hour[word]
  const judged = sum.pass + sum.fail + sum.unsure
  if (judged + sum.dropped === 0) return <p className={styles.none}>{t('work.shift.none')}</p>
  return (
    <div className={styles.summary}>
      <dl className={styles.large} data-testid="shift-counts">
        {(['pass', 'fail', 'unsure'] as const).map((word) => (
          <div key={word} data-verdict={word}>
            <dt>{t(`common.verdict.${word}`)}</dt>
            <dd>{number(sum[word])}</dd>
          </div>
        ))}
        <div>
          <dt>{t('work.shift.judged')}</dt>
          <dd>{number(judged)}</dd>
          {judged > 0 && (
            <dd className={styles.share}>{t('work.shift.share', { share: percent(sum.pass / judged, 1) })}</dd>
          )}
        </div>
        <div>
          <dt>{t('work.shift.dropped')}</dt>
          <dd>{number(sum.dropped)}</dd>
        </div>
      </dl>
      <section aria-labelledby="said">
        <h2 id="said">{t('work.shift.mistakes')}</h2>
        <dl className={styles.facts}>
          {(['right', 'falseAlarms', 'misses', 'unjudged'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`work.shift.${name}`)}</dt>
              <dd>{number(feedback[name])}</dd>
            </div>
          ))}
        </dl>
      </section>
      {kinds.length > 0 && (
        <section aria-labelledby="kinds">
          <h2 id="kinds">{t('work.shift.kinds')}</h2>
          <dl className={styles.facts}>
            {kinds.map(({ kind, fails }) => (
              <div key={kind ?? ''}>
                <dt>{kind ?? t('work.shift.unnamed')}</dt>
                <dd>{number(fails)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Hours hours={hours} />
    </div>
  )
}

function Hours({ hours }: Pick<Overview, 'hours'>): ReactElement {
  const { t } = useTranslation()
  const { number, moment } = useFormats()
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t('work.shift.hours')}</h2>
      <table className={styles.hours}>
        <thead>
          <tr>
            <th scope="col">{t('work.shift.hour')}</th>
            {(['pass', 'fail', 'unsure'] as const).map((word) => (
              <th key={word} scope="col">
                {t(`common.verdict.${word}`)}
              </th>
            ))}
            <th scope="col">{t('work.shift.dropped')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ at, pass, fail, unsure, dropped }) => (
            <tr key={at}>
              <th scope="row">{moment(at)}</th>
              <td>{number(pass)}</td>
              <td>{number(fail)}</td>
              <td>{number(unsure)}</td>
              <td>{number(dropped)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
