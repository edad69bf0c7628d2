import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked, useRegister } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { NothingYet } from '../nothing-yet.tsx'
import { OriginMark } from '../origin-mark.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath, useCountry, vendorPath } from '../words.ts'
import { chainsOf, columns, weightiest } from './chains.ts'
import own from './choices.module.css'
import { ScrollX } from './scroll-x.tsx'
import { WhoDrawing } from './who-drawing.tsx'

/** More lines than this are a thicket, until somebody asks for all of them. */
const most = 60

/** Services, vendors, parents, countries: drawn, and as a table that says the same. */
export function MapPage(): ReactElement {
  const { t } = useTranslation()
  const country = useCountry()
  const { data, error, refetch } = useRegister()
  const { data: behind } = useAsked(['concentration'], (api) => api.concentration())
  const [all, setAll] = useState(false)
  const listed = weightiest(data?.services ?? [])
  const lines = listed.filter(({ kind }) => kind !== 'library')
  const services = all ? lines : lines.slice(0, most)
  const names = new Map(data?.services.map(({ id, name }) => [id, name]))
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.map.title')} />
      <p className={styles.text}>{t('choices.map.text')}</p>
      {error && !data && <ProblemView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data?.services.length === 0 && <NothingYet />}
      {data && listed.length > 0 && (
        <div className={styles.stack}>
          {lines.length > services.length && (
            <p className="soft">
              {t('choices.map.few', { shown: services.length, all: lines.length })}{' '}
              <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
                {t('choices.map.all', { all: lines.length })}
              </Button>
            </p>
          )}
          {listed.length > lines.length && <p className="soft">{t('choices.map.libraries')}</p>}
          {services.length > 0 && <WhoDrawing chains={chainsOf(services)} />}
          <section className={styles.panel} aria-labelledby="as-list">
            <h2 id="as-list">{t('choices.map.table')}</h2>
            <ScrollX>
              <table className={own.table}>
                <thead>
                  <tr>
                    {columns.map((name) => (
                      <th key={name} scope="col">
                        {t(`choices.map.columns.${name}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {listed.map(({ id, name, vendor, origin }) => {
                    const parent = vendor?.ultimateParent
                    const isSure = parent?.status === 'confirmed'
                    return (
                      <tr key={id}>
                        <td>
                          <Link href={servicePath(id)}>{name}</Link>
                        </td>
                        <td>
                          {vendor ? <Link href={vendorPath(vendor.id)}>{vendor.name}</Link> : t('common.unknown')}
                        </td>
                        <td>
                          {isSure ? parent.name : t('common.unknown')}
                          {isSure && parent.source?.own && `, ${t('knowledge.own')}`}
                        </td>
                        <td>
                          <OriginMark origin={origin} text={country(isSure ? parent.country : null)} />
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </ScrollX>
          </section>
          {behind && behind.fourthParties.length > 0 && (
            <section className={styles.panel} aria-labelledby="fourth">
              <h2 id="fourth">{t('choices.map.fourth')}</h2>
              <p className="soft">{t('choices.map.fourthText')}</p>
              <ul className={styles.rows}>
                {behind.fourthParties.map(({ id, name, origin, behind: of }) => (
                  <li key={id}>
                    <span>
                      {name}
                      <span className={styles.sub}>
                        {t('choices.map.behind', { names: of.map((one) => names.get(one) ?? one).join(', ') })}
                      </span>
                    </span>
                    <OriginMark origin={origin} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </>
  )
}
