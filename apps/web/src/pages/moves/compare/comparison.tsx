import type { DropInRoute } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesAsked } from '../../../api/moves-queries.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useLanguage } from '../../register/words.ts'
import styles from './compare.module.css'
import { Disagreements } from './disagreements.tsx'
import { SideBySide } from './side-by-side.tsx'

/** Whether the box may take over, in words first; then euros, milliseconds and agreement; then what a person has to look at. */
export function Comparison({ route }: { route: DropInRoute }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch } = useMovesAsked(['comparison', route.id], (api) => api.comparison(route.id))
  if (!data) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  const { rule } = data
  return (
    <>
      <section className={styles.rule} data-met={rule.met} aria-labelledby="rule">
        <h2 id="rule" className={styles.line}>
          {data.n === 0 ? t('compare.nothing') : t(rule.met ? 'compare.met' : 'compare.notMet')}
        </h2>
        {data.n === 0 && <p>{t('compare.nothingText')}</p>}
        <ul className={styles.why}>
          {rule.why.map(({ id, met, text }) => (
            <li key={id}>
              <Symbol name={met ? 'check' : 'cross'} size={20} />
              <span>
                <span className="unseen">{t(met ? 'compare.yes' : 'compare.no')}: </span>
                {text[language]}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <SideBySide route={route} comparison={data} />
      <Disagreements comparison={data} />
    </>
  )
}
