import { type MantineColorScheme, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { AutoSchemeIcon, Symbol } from '../parts/icons.tsx'
import styles from './header.module.css'

const next: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' }

/** As the computer says, always light, always dark: one tap further each time. */
export function SchemeSwitch(): ReactElement {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const label = t(`frame.scheme.${colorScheme}`)
  return (
    <UnstyledButton
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next[colorScheme])}
    >
      {colorScheme === 'auto' ? <AutoSchemeIcon /> : <Symbol name={colorScheme} />}
    </UnstyledButton>
  )
}
