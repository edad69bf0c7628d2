import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesAsked, useRoutes } from '../../../api/moves-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { MovesNav } from '../moves-nav.tsx'
import { Board } from './board.tsx'
import styles from './hub.module.css'
import { Line } from './line.tsx'

/** Where leaving a cloud AI begins: does it pay, and what has to be changed. */
export function HubPage(): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data: routes = [] } = useRoutes()
  const { data: moves, error } = useMovesAsked(['board'], (api) => api.moves())
  const answered = routes.reduce((sum, route) => sum + route.answered, 0)
  return (
    <>
      <MovesNav />
      <PageHead title={t('moves.hub.title')} />
      <p className={styles.text}>{t('moves.hub.text')}</p>
      <ol className={styles.ways}>
        <Way part="money" to="/moves/money" main={routes.length === 0} />
        <Way part="dropIn" to="/moves/drop-in" main={false}>
          {routes.length > 0 && (
            <p>
              <b>{t('moves.hub.dropIn.connected', { count: routes.length })}</b>
              <br />
              {t('moves.hub.dropIn.answered', { n: number(answered) })}
            </p>
          )}
        </Way>
        <Way part="chips" to="/moves/chips" main={false} />
      </ol>
      {error && <ProblemView error={error} />}
      {moves && <Board moves={moves} />}
      {moves && moves.length > 0 && <Line />}
    </>
  )
}

interface WayProps {
  part: 'money' | 'dropIn' | 'chips'
  to: string
  /** Whether it is the clear next step. */
  main: boolean
  children?: ReactNode
}

function Way({ part, to, main, children }: WayProps): ReactElement {
  const { t } = useTranslation()
  return (
    <li className={styles.way}>
      <h2>{t(`moves.hub.${part}.title`)}</h2>
      <p>{t(`moves.hub.${part}.text`)}</p>
      {children}
      <LinkButton to={to} size="md" variant={main ? 'filled' : 'default'}>
        {t(`moves.hub.${part}.action`)}
      </LinkButton>
    </li>
  )
}
