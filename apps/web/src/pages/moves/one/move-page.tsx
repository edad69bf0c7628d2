import type { Move } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useMovesAsked, useRoutes } from '../../../api/moves-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { servicePath, useLanguage } from '../../register/words.ts'
import { Comparison } from '../compare/comparison.tsx'
import { MovesNav } from '../moves-nav.tsx'
import { MakeStep } from './make-step.tsx'
import { MoveSaidForm } from './move-said.tsx'
import styles from './one.module.css'
import { StateLine } from './state-line.tsx'
import { Steps } from './steps.tsx'

/** One move: what comes next, what it costs, how alike cloud and box are, and each step with what it rested on. */
export function MovePage({ id }: { id: string }): ReactElement {
  const { data: move, error, refetch } = useMovesAsked(['move', id], (api) => api.move(id))
  return (
    <>
      <MovesNav />
      {!move && (error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />)}
      {move && <OneMove move={move} />}
    </>
  )
}

function OneMove({ move }: { move: Move }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { euros, partialDay } = useFormats()
  const { data: routes } = useRoutes()
  const route = routes?.find(({ id }) => id === move.routeId)
  const amount = (cents: number | null): string => (cents === null ? t('common.unknown') : euros(cents))
  return (
    <>
      <PageHead
        title={t('moves.one.title', { name: move.serviceName })}
        before={<Link href="/moves">{t('moves.one.back')}</Link>}
      />
      <StateLine state={move.state} />
      {move.reopened && (
        <p className={styles.reopened} role="alert">
          {t('moves.one.reopened', { day: partialDay(move.reopened.on) })} {move.reopened.because[language]}
        </p>
      )}
      <section className={styles.next} aria-labelledby="next">
        <p className={styles.label} id="next">
          {t('moves.one.next')}
        </p>
        <p className={styles.line}>{move.next[language]}</p>
        <MakeStep move={move} />
      </section>
      <section className={styles.section} aria-labelledby="money">
        <h2 id="money">{t('moves.one.money')}</h2>
        <ul className={styles.costs}>
          <li>
            <span className={styles.label}>{t('moves.one.before')}</span>
            <b>{amount(move.cost.before)}</b>
            {move.cost.from && <span className="soft small">{t(`moves.one.from.${move.cost.from}`)}</span>}
          </li>
          <li>
            <span className={styles.label}>{t('moves.one.after')}</span>
            <b>{amount(move.cost.after)}</b>
          </li>
          <li>
            <span className={styles.label}>{t('moves.one.once')}</span>
            <b>{amount(move.cost.once)}</b>
          </li>
        </ul>
        <MoveSaidForm key={move.changedAt} move={move} />
      </section>
      {route ? (
        <Comparison route={route} />
      ) : (
        <section className={styles.section} aria-labelledby="proof">
          <h2 id="proof">{t('moves.one.noRoute')}</h2>
          <p>{t('moves.one.noRouteText')}</p>
        </section>
      )}
      <Steps steps={move.steps} />
      <section className={styles.section} aria-labelledby="papers">
        <h2 id="papers">{t('moves.one.papers')}</h2>
        <div className={styles.buttons}>
          <LinkButton to={`${servicePath(move.id)}/exit`} size="md" variant="default">
            {t('moves.one.exit')}
          </LinkButton>
          <LinkButton to="/register/letters" size="md" variant="default">
            {t('moves.one.letter')}
          </LinkButton>
          <LinkButton to={servicePath(move.id)} size="md" variant="default">
            {t('moves.one.service')}
          </LinkButton>
        </div>
      </section>
    </>
  )
}
