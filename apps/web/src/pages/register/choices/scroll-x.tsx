import type { ReactElement, ReactNode } from 'react'
import styles from './choices.module.css'

/** A table that may be wider than a phone: it scrolls by itself, and its links bring the keyboard along. */
export function ScrollX({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.scroll}>{children}</div>
}
