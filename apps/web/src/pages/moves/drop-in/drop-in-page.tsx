import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MadeRoute } from '../../../api/moves.ts'
import { useDialects, useRoutes } from '../../../api/moves-queries.ts'
import { useStations } from '../../../api/queries.ts'
import { useWorkspace } from '../../../app/workspace.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { MovesNav } from '../moves-nav.tsx'
import styles from './drop-in.module.css'
import { KeyPanel } from './key-panel.tsx'
import { NewRoute } from './new-route.tsx'
import { RouteItem } from './route-item.tsx'
import { useRemoval } from './use-removal.ts'

/** Old programs of cloud services, answered by stations: which there are, and one more. */
export function DropInPage(): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  return (
    <>
      <MovesNav />
      <PageHead title={t('dropIn.title')} />
      <p className={styles.text}>{t('dropIn.text')}</p>
      {kind === 'own' ? (
        <Connections />
      ) : (
        <section className={styles.first}>
          <p>{t('dropIn.sample')}</p>
          <LinkButton to="/moves/drop-in" outside size="md">
            {t('dropIn.toOwn')}
          </LinkButton>
        </section>
      )}
    </>
  )
}

function Connections(): ReactElement {
  const { t } = useTranslation()
  const dialects = useDialects()
  const routes = useRoutes()
  const stations = useStations()
  const { leaving, remove, error } = useRemoval()
  const [made, setMade] = useState<(MadeRoute & { renewed: boolean }) | null>(null)
  const failed = dialects.error ?? routes.error ?? stations.error
  if (failed && !routes.data) return <ProblemView error={failed} onRetry={() => void routes.refetch()} />
  if (!dialects.data || !routes.data || !stations.data) return <PageSkeleton />
  const shown = routes.data.filter(({ id }) => !leaving.has(id))
  const dialectOf = (id: string) => dialects.data.find((dialect) => dialect.id === id)
  const latest = made && { ...made, route: routes.data.find(({ id }) => id === made.route.id) ?? made.route }
  const madeDialect = latest && dialectOf(latest.route.dialect)
  return (
    <>
      {error && <ProblemView error={error} />}
      {latest && madeDialect && (
        <KeyPanel
          key={latest.route.id + JSON.stringify(latest.key)}
          made={latest}
          dialect={madeDialect}
          renewed={latest.renewed}
          onClose={() => setMade(null)}
        />
      )}
      {shown.length > 0 && (
        <section className={styles.section} aria-labelledby="connected">
          <h2 id="connected">{t('dropIn.list')}</h2>
          <ul className={styles.routes}>
            {shown.map((route) => {
              const dialect = dialectOf(route.dialect)
              return (
                dialect && (
                  <RouteItem
                    key={route.id}
                    route={route}
                    dialect={dialect}
                    stations={stations.data}
                    onKey={(given) => setMade({ ...given, renewed: true })}
                    onRemove={() => remove(route)}
                  />
                )
              )
            })}
          </ul>
        </section>
      )}
      {stations.data.length === 0 ? (
        <section className={styles.first}>
          <p>{t('dropIn.noStation')}</p>
          <LinkButton to="/stations/new" size="md">
            {t('dropIn.makeStation')}
          </LinkButton>
        </section>
      ) : (
        !latest && (
          <section className={styles.section} aria-labelledby="add">
            <h2 id="add">{t('dropIn.add')}</h2>
            {shown.length === 0 && <p className="soft">{t('dropIn.none')}</p>}
            <NewRoute
              dialects={dialects.data}
              stations={stations.data}
              onMade={(given) => setMade({ ...given, renewed: false })}
            />
          </section>
        )
      )}
    </>
  )
}
