import type { ReactElement } from 'react'
import { CopyText } from '../../../parts/copy-text.tsx'
import styles from './drop-in.module.css'

/** One thing to copy, under its name. */
export function Given({ label, text }: { label: string; text: string }): ReactElement {
  return (
    <div className={styles.given}>
      <p className={styles.label}>{label}</p>
      <CopyText text={text} />
    </div>
  )
}
