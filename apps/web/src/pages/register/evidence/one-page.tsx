import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath, useLocator, useWhy } from '../words.ts'
import { useEvidenceWords } from './evidence-words.ts'

/** One piece of evidence: what was found in it, and what was passed over and why. */
export function OneEvidencePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { date, number } = useFormats()
  const why = useWhy()
  const place = useLocator()
  const { readerName, reasonText } = useEvidenceWords()
  const { data, error, refetch } = useAsked(['one-evidence', id], (api) => api.oneEvidence(id))
  if (!data)
    return (
      <>
        <RegisterNav />
        {error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}
      </>
    )
  return (
    <>
      <RegisterNav />
      <PageHead title={data.path} before={<Link href="/register/evidence">{t('choices.evidence.title')}</Link>} />
      <p className={styles.text}>
        {readerName(data.reader)} · {t('choices.evidence.records', { count: data.records, n: number(data.records) })} ·{' '}
        {date(data.addedAt)}
      </p>
      <div className={styles.columns}>
        <section className={styles.panel} aria-labelledby="found">
          <h2 id="found">{t('choices.evidence.found')}</h2>
          {data.found.length === 0 && <p>{t('choices.evidence.nothing')}</p>}
          <ul className={styles.rows}>
            {data.found.map((finding) => (
              <li key={finding.id}>
                <span>
                  {finding.text}
                  <span className={styles.sub}>
                    {place(finding.locator)}, {why(finding.why)}
                  </span>
                </span>
                {finding.productId ? (
                  <Link href={servicePath(finding.productId)}>{finding.name}</Link>
                ) : (
                  <span>{finding.name}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.panel} aria-labelledby="away">
          <h2 id="away">{t('choices.evidence.away')}</h2>
          {data.ignored.length === 0 && <p>{t('choices.evidence.awayNothing')}</p>}
          <ul className={styles.rows}>
            {data.ignored.map(({ reason, count }) => (
              <li key={reason}>
                <span>{reasonText(reason)}</span>
                <span>{number(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
