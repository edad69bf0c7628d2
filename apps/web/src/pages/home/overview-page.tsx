import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStatus } from '../../api/queries.ts'
import { useRegister } from '../../api/register-queries.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { useTitle } from '../../parts/page-head.tsx'
import { outOfHundred } from '../../parts/promise-bar.tsx'
import { useFormats } from '../../texts/format.ts'
import { Lead } from '../register/overview/lead.tsx'
import depends from '../register/overview/overview.module.css'
import { StationCard } from '../stations/station-card.tsx'
import wall from '../stations/stations-page.module.css'
import { DayOverview } from './day-overview.tsx'
import { type NextStep, nextSteps } from './next-steps.ts'
import styles from './overview-page.module.css'

/** How the stations stand today, in one sentence, and what to do next. */
export function OverviewPage({ stations }: { stations: Station[] }): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const { data: status } = useStatus()
  const { data: register } = useRegister()
  const steps = nextSteps(stations, status)
  const preparing = kind === 'sample' && stations.some(({ recipe }) => !recipe)
  useTitle(t('overview.title'))
  return (
    <>
      <section className={styles.today}>
        <Today stations={stations} />
      </section>
      <section className={styles.next} aria-labelledby="next">
        <h2 id="next">{t('overview.next')}</h2>
        {steps.length === 0 && <p className="soft">{t(preparing ? 'overview.preparing' : 'overview.allWell')}</p>}
        <ol className={styles.steps}>
          {steps.map((step) => (
            <Step key={step.kind + ('station' in step ? step.station.id : '')} step={step} />
          ))}
        </ol>
      </section>
      {register && register.services.length > 0 && (
        <section className={depends.home} aria-label={t('register.title')}>
          <Lead register={register} level={2} />
          <Link href="/register">{t('register.title')}</Link>
        </section>
      )}
      <DayOverview stations={stations} />
      <section aria-labelledby="stations">
        <h2 id="stations" className={styles.heading}>
          {t('overview.stations')}
        </h2>
        <div className={wall.wall}>
          {stations.map((station) => (
            <StationCard key={station.id} station={station} />
          ))}
        </div>
      </section>
      {kind === 'own' && (
        <p className={styles.doors} data-print="no">
          <Link href="/start">{t('overview.doors')}</Link>
        </p>
      )}
    </>
  )
}

function Today({ stations }: { stations: Station[] }): ReactElement {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const sum = (of: 'pass' | 'fail' | 'unsure'): number => stations.reduce((total, { today }) => total + today[of], 0)
  const parts = sum('pass') + sum('fail') + sum('unsure')
  const working = stations.filter(({ today }) => today.pass + today.fail + today.unsure > 0).length
  if (parts === 0) return <h1 className={styles.sentence}>{t('overview.nothingYet')}</h1>
  const share = sum('fail') / parts
  return (
    <h1 className={styles.sentence}>
      {t('overview.sentence', { count: working, parts: number(parts) })}{' '}
      <span className={styles.refused}>
        {t('overview.refused', { share: percent(share, share > 0 && share < 0.1 ? 1 : 0) })}
      </span>
    </h1>
  )
}

function Step({ step }: { step: NextStep }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const told = (): { to: string; title: string; text: string } => {
    if (step.kind === 'backup') {
      return { to: '/data#backup', title: t('overview.backup'), text: t('overview.backupText') }
    }
    const station = step.station.name
    const at = `/stations/${step.station.id}`
    if (step.kind === 'fix') return { to: at, title: t('overview.fix', { station }), text: t('overview.fixText') }
    if (step.kind === 'teach') {
      return { to: `${at}/teach`, title: t('overview.teach', { station }), text: t('overview.teachText') }
    }
    const next = step.station.recipe?.facts.next
    return {
      to: `${at}/teach`,
      title: t('overview.more', { station, n: number(next?.photos ?? 0) }),
      text: t('overview.moreText', { parts: number(outOfHundred(next?.atMost ?? 1)) }),
    }
  }
  const { to, title, text } = told()
  return (
    <li>
      <Link href={to} className={styles.step}>
        <span>
          <strong>{title}</strong>
          <span className={styles.text}>{text}</span>
        </span>
        <Symbol name="arrow" />
      </Link>
    </li>
  )
}
