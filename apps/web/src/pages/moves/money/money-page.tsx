import { useDebouncedValue } from '@mantine/hooks'
import type { Price } from '@nabij/base'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesApi, useMovesKey, usePrices } from '../../../api/moves-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { MovesNav } from '../moves-nav.tsx'
import styles from './money.module.css'
import { MoneyAnswer } from './money-answer.tsx'
import { inputOf, type MoneyDraft, wantingIn } from './money-draft.ts'
import { MoneyForm } from './money-form.tsx'
import { StillEmpty } from './still-empty.tsx'
import { useDraft } from './use-draft.ts'

/** What a cloud service costs against doing it here: worked out at once, nothing is kept. */
export function MoneyPage(): ReactElement {
  const { t } = useTranslation()
  const { data: prices, error, refetch } = usePrices()
  const [draft, set] = useDraft()
  return (
    <>
      <MovesNav />
      <PageHead title={t('money.title')} />
      <p className={styles.text}>{t('money.text')}</p>
      {!prices && (error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />)}
      {prices && (
        <div className={styles.page}>
          <MoneyForm draft={draft} prices={prices} onChange={set} />
          <Answer draft={draft} prices={prices} />
        </div>
      )}
    </>
  )
}

function Answer({ draft, prices }: { draft: MoneyDraft; prices: Price[] }): ReactElement {
  const { t } = useTranslation()
  const api = useMovesApi()
  const wanting = wantingIn(draft, prices)
  const said = t('money.own')
  const now = JSON.stringify(wanting.length > 0 ? null : inputOf(draft, prices, today(), said))
  // A number that is still being typed is not worked out.
  const [asked] = useDebouncedValue(now, 300)
  const { data, error } = useQuery({
    queryKey: useMovesKey('case', asked),
    queryFn: () => api.moneyCase(JSON.parse(asked)),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  return (
    <div className={styles.answer} aria-live="polite" aria-busy={wanting.length === 0 && !data && !error}>
      {wanting.length > 0 && <StillEmpty wanting={wanting} />}
      {wanting.length === 0 && error && <ProblemView error={error} />}
      {wanting.length === 0 && !error && data && <MoneyAnswer result={data} />}
    </div>
  )
}

/** The day as people here count it, YYYY-MM-DD. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE')
}
