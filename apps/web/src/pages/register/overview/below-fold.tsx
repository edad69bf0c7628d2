import type { Concentrated, Origin, Service } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Register } from '../../../api/register.ts'
import { useAsked } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Behind } from '../behind.tsx'
import registerStyles from '../register.module.css'
import { useCountry } from '../words.ts'
import { Changes } from './changes.tsx'
import styles from './overview.module.css'
import { TimeLine } from './time-line.tsx'

const shown = 8

/** By part of the business, by country, through time, and what changed. */
export function BelowFold({ register }: { register: Register }): ReactElement {
  const { t } = useTranslation()
  const country = useCountry()
  const { data, error } = useAsked(['concentration'], (api) => api.concentration())
  const { data: settings } = useAsked(['settings'], (api) => api.settings())
  if (error && !data) return <ProblemView error={error} />
  return (
    <div className={styles.grid}>
      <section className={registerStyles.panel} aria-labelledby="by-process">
        <h2 id="by-process">{t('register.below.process')}</h2>
        {data?.byProcess.length === 0 && <p className="soft">{t('register.below.processNone')}</p>}
        <Bars rows={data?.byProcess ?? []} services={register.services} />
      </section>
      <section className={registerStyles.panel} aria-labelledby="by-country">
        <h2 id="by-country">{t('register.below.country')}</h2>
        <Bars
          rows={(data?.byCountry ?? []).map((row) => ({
            ...row,
            name: row.key === 'unknown' ? t('register.below.unknownCountry') : country(row.key),
          }))}
          services={register.services}
        />
      </section>
      <section className={registerStyles.panel} aria-labelledby="over-time">
        <h2 id="over-time">{t('register.below.time')}</h2>
        <TimeLine snapshots={register.snapshots} goal={settings?.goal ?? null} />
      </section>
      <Changes />
    </div>
  )
}

function Bars({ rows, services }: { rows: Concentrated[]; services: Service[] }): ReactElement {
  const { t } = useTranslation()
  const { euros, number } = useFormats()
  const byId = new Map(services.map((service) => [service.id, service]))
  const weight = (row: Concentrated): number => (rows.some(({ cost }) => cost > 0) ? row.cost : row.services)
  const most = Math.max(1, ...rows.map(weight))
  const longest = rows.toSorted((a, b) => weight(b) - weight(a))
  return (
    <ul className={styles.bars}>
      {longest.slice(0, shown).map((row) => {
        const members = row.serviceIds.flatMap((id) => byId.get(id) ?? [])
        return (
          <li key={row.key}>
            <span className={styles.line}>
              <Behind title={row.name} services={members} of="cost">
                {row.name}
              </Behind>
              <span>
                <strong>{row.cost > 0 ? euros(row.cost) : t('register.below.costUnknown')} </strong>
                <span className="soft small">
                  {t('register.below.services', { count: row.services })}
                  {row.crucial > 0 && `, ${t('register.below.crucial', { count: number(row.crucial) })}`}
                </span>
              </span>
            </span>
            {weight(row) > 0 && (
              <span className={`${styles.track} ${registerStyles.bar}`} aria-hidden="true">
                <span data-origin={originOf(members)} style={{ width: `${(weight(row) / most) * 100}%` }} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Hatched as soon as one of them hangs on a company outside Europe. */
function originOf(services: Service[]): Origin {
  if (services.some(({ origin }) => origin === 'outside')) return 'outside'
  return services.some(({ origin }) => origin === 'unknown') ? 'unknown' : 'europe'
}
