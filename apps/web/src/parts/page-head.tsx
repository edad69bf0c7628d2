import { type ReactElement, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../app/workspace.ts'
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

/** The title of the browser's tab, and of the file that a print becomes: the sample says so there, too. */
export function useTitle(title: string): void {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const mark = kind === 'sample' ? t('frame.sample.word').toUpperCase() : null
  useEffect(() => {
    document.title = [mark, title, 'nabij'].filter(Boolean).join(' · ')
  }, [mark, title])
}
