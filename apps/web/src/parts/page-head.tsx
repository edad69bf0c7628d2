import { type ReactElement, type ReactNode, useEffect } from 'react'
import styles from './page-head.module.css'

/** The title of a screen (also of the browser's tab) and, at its right, the one main action. */
export function PageHead({
  title,
  before,
  children,
}: {
  title: string
  before?: ReactNode
  children?: ReactNode
}): ReactElement {
  useTitle(title)
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {before}
        <h1>{title}</h1>
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · nabij` : 'nabij'
  }, [title])
}
