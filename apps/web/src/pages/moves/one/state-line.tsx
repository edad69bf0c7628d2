import type { MoveState } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './one.module.css'

export const moveStates = [
  'considered',
  'planned',
  'shadowing',
  'switched',
  'gone',
] as const satisfies readonly MoveState[]

/** The five states in one line, and where this move is. */
export function StateLine({ state }: { state: MoveState }): ReactElement {
  const { t } = useTranslation()
  const at = moveStates.indexOf(state)
  return (
    <ol className={styles.states}>
      {moveStates.map((one, index) => (
        <li key={one} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
          {t(`moves.state.${one}`)}
        </li>
      ))}
    </ol>
  )
}
