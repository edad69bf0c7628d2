import { Button, NativeSelect, Textarea } from '@mantine/core'
import type { Move, MoveState } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesChange } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { Changing } from '../../register/changing.tsx'
import styles from './one.module.css'
import { moveStates } from './state-line.tsx'

/** A step by a person; what it rests on is written down with it, and so is taking it back. */
export function MakeStep({ move }: { move: Move }): ReactElement {
  const { t } = useTranslation()
  const following = moveStates[Math.min(moveStates.length - 1, moveStates.indexOf(move.state) + 1)] ?? 'planned'
  const [chosen, setChosen] = useState<MoveState | null>(null)
  const [note, setNote] = useState('')
  const state = chosen ?? following
  const back = useMovesChange((api, to: MoveState) =>
    api.makeStep(move.id, { state: to, note: t('moves.one.takenBack') }),
  )
  const step = useMovesChange(
    (api, to: MoveState) => api.makeStep(move.id, { state: to, note: note.trim() === '' ? null : note.trim() }),
    (made) => {
      setNote('')
      setChosen(null)
      say(t('moves.one.stepDone', { state: t(`moves.state.${made.state}`) }), { undo: () => back.mutate(move.state) })
    },
  )
  return (
    <Changing>
      <details className={styles.more}>
        <summary>{t('moves.one.makeStep')}</summary>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            step.mutate(state)
          }}
        >
          <NativeSelect
            size="md"
            label={t('moves.one.to')}
            description={state === 'gone' ? t('moves.one.goneText') : undefined}
            value={state}
            data={moveStates.map((value) => ({ value, label: t(`moves.state.${value}`) }))}
            onChange={(event) => setChosen(moveStates.find((one) => one === event.currentTarget.value) ?? null)}
          />
          <Textarea
            size="md"
            label={t('moves.one.note')}
            value={note}
            maxLength={2000}
            autosize
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {(step.error ?? back.error) && <ProblemView error={step.error ?? back.error} />}
          <div>
            <Button type="submit" size="md" loading={step.isPending}>
              {t('moves.one.step')}
            </Button>
          </div>
        </form>
      </details>
    </Changing>
  )
}
