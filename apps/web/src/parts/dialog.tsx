import { CloseButton } from '@mantine/core'
import { type ReactElement, type ReactNode, useCallback, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog.module.css'

interface DialogProps {
  opened: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

/** Something that has to be answered or closed first; the browser keeps the focus in it. */
export function Dialog({ opened, ...rest }: DialogProps): ReactElement | null {
  return opened ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ title, onClose, children }: Omit<DialogProps, 'opened'>): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const show = useCallback((dialog: HTMLDialogElement) => {
    dialog.showModal()
    return () => dialog.close()
  }, [])
  return (
    <dialog ref={show} className={styles.dialog} aria-labelledby={id} onClose={onClose} {...{ closedby: 'any' }}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <CloseButton size="lg" aria-label={t('common.close')} onClick={onClose} />
      </div>
      {children}
    </dialog>
  )
}
