import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import styles from '../register/register.module.css'

const parts = [
  { name: 'all', to: '/moves' },
  { name: 'money', to: '/moves/money' },
  { name: 'dropIn', to: '/moves/drop-in' },
  { name: 'chips', to: '/moves/chips' },
] as const

/** The parts of leaving a cloud, on each of its screens. */
export function MovesNav(): ReactElement {
  const { t } = useTranslation()
  const [location] = useLocation()
  const isCurrent = (to: string): boolean =>
    to === '/moves' ? location === to || location.startsWith('/moves/services/') : location.startsWith(to)
  return (
    <nav className={styles.nav} aria-label={t('moves.menu')} data-print="no">
      {parts.map(({ name, to }) => (
        <Link key={to} href={to} aria-current={isCurrent(to) ? 'page' : undefined}>
          {t(`moves.nav.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
