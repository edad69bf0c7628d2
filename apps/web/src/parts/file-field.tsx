import type { ReactElement } from 'react'
import styles from './file-field.module.css'

interface FileFieldProps {
  label: string
  /** What the browser offers to choose. */
  accept: string
  busy: boolean
  onFile(file: File): void
}

/** One file to choose; the same one can be chosen again. */
export function FileField({ label, accept, busy, onFile }: FileFieldProps): ReactElement {
  return (
    <label className={styles.field}>
      {label}
      <input
        type="file"
        accept={accept}
        disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
