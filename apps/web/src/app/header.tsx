import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { type IconName, Symbol } from '../parts/icons.tsx'
import styles from './header.module.css'
import { LanguageSwitch } from './language-switch.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'
import { Tray } from './tray.tsx'

const entries = [
  { name: 'overview', to: '/' },
  { name: 'register', to: '/register' },
  { name: 'stations', to: '/stations' },
  { name: 'moves', to: '/moves' },
] as const satisfies readonly { name: IconName; to: string }[]

/** The name, the four entries and the settings: five, never more. On a phone the entries are at the bottom. */
export function Header(): ReactElement {
  const { t } = useTranslation()
  const [location] = useLocation()
  const isCurrent = (to: string): boolean => (to === '/' ? location === '/' : location.startsWith(to))
  const atSettings = location === '/data' || location === '/settings'
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.name}>
        <img src="/mark.svg" alt="" width="28" height="28" />
        nabij
      </Link>
      <nav className={styles.entries} aria-label={t('frame.menu')}>
        {entries.map(({ name, to }) => (
          <Link key={to} href={to} className={styles.entry} aria-current={isCurrent(to) ? 'page' : undefined}>
            <Symbol name={name} size={20} />
            {t(`frame.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.tools}>
        <Tray />
        <LanguageSwitch />
        <SchemeSwitch />
        <Link
          href="/settings"
          className={styles.tool}
          aria-label={t('frame.settings')}
          title={t('frame.settings')}
          aria-current={atSettings ? 'page' : undefined}
        >
          <Symbol name="settings" />
        </Link>
      </div>
    </header>
  )
}
