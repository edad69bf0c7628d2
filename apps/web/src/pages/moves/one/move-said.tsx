import { Button, NativeSelect, Textarea } from '@mantine/core'
import type { Move, MoveSaid } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesChange, useRoutes } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { Changing } from '../../register/changing.tsx'
import { numberIn } from '../../register/words.ts'
import { Amount } from '../money/amount.tsx'
import styles from './one.module.css'

/** What a person knows of a move: its costs afterwards, what gets worse, and which connection proves it. */
export function MoveSaidForm({ move }: { move: Move }): ReactElement {
  const { t } = useTranslation()
  const { data: routes = [] } = useRoutes()
  const [after, setAfter] = useState(textOf(move.costAfter))
  const [once, setOnce] = useState(textOf(move.costOnce))
  const [worse, setWorse] = useState(move.worse ?? '')
  const [routeId, setRouteId] = useState(move.routeId ?? '')
  const back = useMovesChange((api, said: Partial<MoveSaid>) => api.changeMove(move.id, said))
  const save = useMovesChange(
    (api, said: Partial<MoveSaid>) => api.changeMove(move.id, said),
    () => {
      const before = { costAfter: move.costAfter, costOnce: move.costOnce, worse: move.worse, routeId: move.routeId }
      say(t('moves.one.saved'), { undo: () => back.mutate(before) })
    },
  )
  return (
    <Changing>
      <details className={styles.more}>
        <summary>{t('moves.one.said')}</summary>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({
              costAfter: centsIn(after),
              costOnce: centsIn(once),
              worse: worse.trim() === '' ? null : worse.trim(),
              routeId: routeId === '' ? null : routeId,
            })
          }}
        >
          <Amount label={t('moves.one.after')} prefix="€ " most={1e9} value={after} onChange={setAfter} />
          <Amount label={t('moves.one.once')} prefix="€ " most={1e9} value={once} onChange={setOnce} />
          <Textarea
            size="md"
            label={t('moves.one.worse')}
            value={worse}
            maxLength={2000}
            autosize
            onChange={(event) => setWorse(event.currentTarget.value)}
          />
          <NativeSelect
            size="md"
            label={t('moves.one.route')}
            value={routeId}
            data={[
              { value: '', label: t('moves.one.routeNone') },
              ...routes.map(({ id, model }) => ({ value: id, label: model })),
            ]}
            onChange={(event) => setRouteId(event.currentTarget.value)}
          />
          {(save.error ?? back.error) && <ProblemView error={save.error ?? back.error} />}
          <div>
            <Button type="submit" size="md" loading={save.isPending}>
              {t('moves.one.save')}
            </Button>
          </div>
        </form>
      </details>
    </Changing>
  )
}

function textOf(cents: number | null): string {
  return cents === null ? '' : String(cents / 100)
}

function centsIn(text: string): number | null {
  const euros = numberIn(text)
  return euros === null ? null : Math.round(euros * 100)
}
