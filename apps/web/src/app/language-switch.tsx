import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, currentLanguage } from '../texts/i18n.ts'
import styles from './header.module.css'

/** Switches to the other language at once; the button is named in that language. */
export function LanguageSwitch(): ReactElement {
  const { t } = useTranslation()
  const other = currentLanguage() === 'nl' ? 'en' : 'nl'
  return (
    <UnstyledButton
      className={styles.tool}
      lang={other}
      aria-label={t('frame.otherLanguage')}
      title={t('frame.otherLanguage')}
      onClick={() => chooseLanguage(other)}
    >
      {other.toUpperCase()}
    </UnstyledButton>
  )
}
