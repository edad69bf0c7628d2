import type { ChipFact } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesAsked } from '../../../api/moves-queries.ts'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { FactSource } from '../../register/fact-source.tsx'
import { useCountry, useLanguage } from '../../register/words.ts'
import { StatusTag } from '../money/status-tag.tsx'
import styles from './chips.module.css'

/** Dated facts about chips from Europe, maker by maker, and what is different since the knowledge before. */
export function Facts(): ReactElement {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const country = useCountry()
  const { data, error, refetch } = useMovesAsked(['chip-facts'], (api) => api.chipFacts())
  if (!data) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  const makers = Map.groupBy(data.facts, ({ about }) => about)
  return (
    <section className={styles.section} aria-labelledby="facts">
      <h2 id="facts">{t('chips.facts.title')}</h2>
      <p className="soft">{t('chips.facts.text', { made: partialDay(data.made) })}</p>
      {data.since && (
        <>
          <h3>{t('chips.facts.changed', { made: partialDay(data.since.made) })}</h3>
          {data.changes.length === 0 && <p className="soft">{t('chips.facts.same')}</p>}
          <ul className={styles.facts}>
            {data.changes.map(({ change, fact }) => (
              <li key={change + fact.id}>
                <b>{t(`chips.facts.change.${change}`)}</b> <Fact fact={fact} />
              </li>
            ))}
          </ul>
        </>
      )}
      {[...makers].map(([maker, facts], index) => (
        <details key={maker} className={styles.more} open={index === 0}>
          <summary>
            {maker} · {country(facts[0]?.country ?? null)}
          </summary>
          <ul className={styles.facts}>
            {facts.map((fact) => (
              <li key={fact.id}>
                <Fact fact={fact} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Fact({ fact }: { fact: ChipFact }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { partialDay } = useFormats()
  return (
    <>
      <p>
        <b>{fact.date === null ? t('chips.facts.noDate') : partialDay(fact.date)}</b> · {fact.text[language]}{' '}
        <StatusTag status={fact.status} />
      </p>
      {fact.source && <FactSource source={{ ...fact.source, readOn: fact.checkedOn }} />}
    </>
  )
}
