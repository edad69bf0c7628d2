import { Button } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './confirm.module.css'
import { Dialog } from './dialog.tsx'

interface ConfirmProps {
  opened: boolean
  title: string
  /** Says what will happen. */
  action: string
  busy?: boolean
  danger?: boolean
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks once more before something that cannot be undone. */
export function Confirm({
  opened,
  title,
  action,
  busy,
  danger,
  onConfirm,
  onClose,
  children,
}: ConfirmProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <div className={styles.body}>
        {children}
        <div className={styles.buttons}>
          <Button variant="default" size="md" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="md" loading={busy ?? false} onClick={onConfirm} className={danger ? styles.danger : undefined}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
