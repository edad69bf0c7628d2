import { Popover, UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './hint.module.css'

/** One line of explanation behind a small "?", on hover and on tap. */
export function Hint({ text }: { text: string }): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} width={280} position="top" withArrow>
      <Popover.Target>
        <UnstyledButton
          className={styles.hint}
          aria-label={t('common.meaning')}
          onClick={() => setOpen(!open)}
          onPointerEnter={(event) => event.pointerType === 'mouse' && setOpen(true)}
          onPointerLeave={(event) => event.pointerType === 'mouse' && setOpen(false)}
        >
          ?
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.words}>{text}</Popover.Dropdown>
    </Popover>
  )
}
