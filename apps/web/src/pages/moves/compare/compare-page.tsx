import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useDialects, useRoutes } from '../../../api/moves-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { AbsentPage } from '../../absent-page.tsx'
import { MovesNav } from '../moves-nav.tsx'
import { Comparison } from './comparison.tsx'
import { ModeChoice } from './mode-choice.tsx'

/** Cloud and box beside each other on one connection: who answers, how alike they are, and whether the box may take over. */
export function ComparePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const routes = useRoutes()
  const { data: dialects } = useDialects()
  const route = routes.data?.find((one) => one.id === id)
  if (routes.data && !route) return <AbsentPage />
  return (
    <>
      <MovesNav />
      {!route && (routes.error ? <ProblemView error={routes.error} /> : <PageSkeleton />)}
      {route && (
        <>
          <PageHead
            title={t('compare.title', { model: route.model })}
            before={<Link href="/moves/drop-in">{t('compare.back')}</Link>}
          />
          <Comparison route={route} />
          <ModeChoice key={route.id} route={route} dialect={dialects?.find((one) => one.id === route.dialect)} />
        </>
      )}
    </>
  )
}
