import type { ReactElement, ReactNode } from 'react'
import { useMe } from '../login/gate.tsx'
import styles from './register.module.css'

/** Whether who is logged in may change the register. Without accounts everybody at the box may. */
export function useMayChange(): boolean {
  const { data: me } = useMe()
  if (!me?.accounts) return true
  return me.who?.role === 'owner' || me.who?.role === 'engineer'
}

/** What changes the register: out of use for who may only look. */
export function Changing({ children }: { children: ReactNode }): ReactElement {
  const may = useMayChange()
  return (
    <fieldset className={styles.changing} disabled={!may}>
      {children}
    </fieldset>
  )
}
