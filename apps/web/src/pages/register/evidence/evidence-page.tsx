import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked } from '../../../api/register-queries.ts'
import { useWorkspace } from '../../../app/workspace.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useMayChange } from '../changing.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { DropEvidence } from './drop-evidence.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { KnownColumnsList } from './known-columns.tsx'
import { LookUp } from './look-up.tsx'

/** Files that show what is used: looked at first, added after, taken away again. */
export function EvidencePage(): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const may = useMayChange()
  const { data, error, refetch } = useAsked(['evidence'], (api) => api.evidence())
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.evidence.title')} />
      <p className={styles.text}>{t('choices.evidence.text')}</p>
      <div className={styles.stack}>
        {kind === 'own' && may && <DropEvidence />}
        {kind === 'own' && may && <LookUp />}
        {kind !== 'own' && <p className="soft">{t('choices.evidence.sample')}</p>}
        {error && !data && <ProblemView error={error} onRetry={() => void refetch()} />}
        {!data && !error && <PageSkeleton />}
        {data && <EvidenceList evidence={data} />}
        <KnownColumnsList />
        <p>
          <Link href="/register/knowledge">{t('knowledge.link')}</Link>
        </p>
      </div>
    </>
  )
}
