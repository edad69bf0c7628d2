import { Button, NativeSelect } from '@mantine/core'
import type { Move } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useMovesChange } from '../../../api/moves-queries.ts'
import { useRegister } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../../register/changing.tsx'
import { useLanguage } from '../../register/words.ts'
import { moveStates } from '../one/state-line.tsx'
import styles from './hub.module.css'

/** Every move in the state in which it is, with euros before and after, and what comes next. */
export function Board({ moves }: { moves: Move[] }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <section aria-labelledby="board">
      <h2 id="board">{t('moves.board.title')}</h2>
      {moves.length === 0 && <p className="soft">{t('moves.board.none')}</p>}
      {moves.length > 0 && (
        <ol className={styles.board}>
          {moveStates.map((state) => {
            const here = moves.filter((move) => move.state === state)
            return (
              <li key={state} data-empty={here.length === 0}>
                <h3>
                  {t(`moves.state.${state}`)} <span className="soft">{number(here.length)}</span>
                </h3>
                <ul className={styles.cards}>
                  {here.map((move) => (
                    <Card key={move.id} move={move} />
                  ))}
                </ul>
              </li>
            )
          })}
        </ol>
      )}
      <Begin known={new Set(moves.map(({ id }) => id))} />
    </section>
  )
}

export function movePath(id: string): string {
  return `/moves/services/${encodeURIComponent(id).replaceAll('%3A', ':')}`
}

function Card({ move }: { move: Move }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { euros, percent } = useFormats()
  const amount = (cents: number | null): string => (cents === null ? t('common.unknown') : euros(cents))
  return (
    <li className={styles.card}>
      <Link href={movePath(move.id)}>{move.serviceName}</Link>
      <span>{t('moves.board.cost', { before: amount(move.cost.before), after: amount(move.cost.after) })}</span>
      {move.route?.agreement != null && (
        <span>{t('moves.board.agreement', { share: percent(move.route.agreement, 1) })}</span>
      )}
      {move.reopened && <b className={styles.again}>{t('moves.board.reopened')}</b>}
      <span className="soft small">{move.next[language]}</span>
    </li>
  )
}

/** One more service to leave, out of the register. */
function Begin({ known }: { known: ReadonlySet<string> }): ReactElement | null {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { data } = useRegister()
  const [chosen, setChosen] = useState('')
  const begin = useMovesChange(
    (api, serviceId: string) => api.beginMove(serviceId),
    ({ id }) => navigate(movePath(id)),
  )
  const services = (data?.services ?? []).filter(({ id, kind }) => kind !== 'library' && !known.has(id))
  if (!data) return null
  if (data.services.length === 0)
    return (
      <p>
        {t('moves.board.noServices')} <Link href="/register/tick">{t('register.lead.start')}</Link>
      </p>
    )
  if (services.length === 0) return null
  return (
    <Changing>
      <form
        className={styles.begin}
        data-print="no"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen !== '') begin.mutate(chosen)
        }}
      >
        <NativeSelect
          size="md"
          label={t('moves.board.which')}
          value={chosen}
          data={[{ value: '', label: '…' }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button type="submit" size="md" variant="default" disabled={chosen === ''} loading={begin.isPending}>
          {t('moves.board.begin')}
        </Button>
        {begin.error && <ProblemView error={begin.error} />}
      </form>
    </Changing>
  )
}
