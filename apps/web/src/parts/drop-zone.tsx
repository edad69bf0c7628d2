import { Button } from '@mantine/core'
import { type DragEvent, type ReactElement, type ReactNode, useRef, useState } from 'react'
import styles from './drop-zone.module.css'

interface DropZoneProps {
  /** What can be dropped here, in words; not shown where nobody drags. */
  label: string
  /** What is being done with what was dropped. */
  busy?: string | undefined
  choose: string
  /** Shown on phones: opens the camera itself. */
  camera?: string
  multiple?: boolean
  accept?: string
  compact?: boolean
  onFiles: (files: File[]) => void
  children?: ReactNode
}

/** A place to drop files on, with a button for those who do not drag. */
export function DropZone(props: DropZoneProps): ReactElement {
  const {
    label,
    busy,
    choose,
    camera,
    multiple = false,
    accept = 'image/*',
    compact = false,
    onFiles,
    children,
  } = props
  const [over, setOver] = useState(false)
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  const hover = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={styles.zone}
      data-over={over}
      data-compact={compact}
      data-print="no"
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      {busy ? <output className={styles.label}>{busy}</output> : <p className={styles.label}>{label}</p>}
      <div className={styles.buttons}>
        <FileButton text={choose} accept={accept} multiple={multiple} primary take={take} />
        {camera && (
          <span className={styles.camera}>
            <FileButton text={camera} accept="image/*" multiple={false} capture take={take} />
          </span>
        )}
      </div>
    </div>
  )
}

interface FileButtonProps {
  text: string
  accept: string
  multiple: boolean
  capture?: boolean
  primary?: boolean
  take: (files: FileList | null) => void
}

/** A button that opens the computer's own way to choose files (or the phone's camera). */
export function FileButton({ text, accept, multiple, capture, primary, take }: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button size="md" variant={primary ? 'filled' : 'default'} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={text}
        accept={accept}
        multiple={multiple}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
