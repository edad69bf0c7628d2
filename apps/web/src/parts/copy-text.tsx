import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './copy-text.module.css'

/** A command, to copy. */
export function CopyText({ text }: { text: string }): ReactElement {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className={styles.copy}>
      <pre className={styles.text}>{text}</pre>
      <Button variant="default" onClick={() => void copy()}>
        {copied ? t('common.copied') : t('common.copy')}
      </Button>
    </div>
  )
}
