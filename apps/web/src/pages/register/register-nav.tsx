import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useRegister } from '../../api/register-queries.ts'
import { useFormats } from '../../texts/format.ts'
import { useMayChange } from './changing.tsx'
import styles from './register.module.css'

const parts = [
  { name: 'overview', to: '/register' },
  { name: 'list', to: '/register/list' },
  { name: 'evidence', to: '/register/evidence' },
  { name: 'questions', to: '/register/questions' },
  { name: 'map', to: '/register/map' },
  { name: 'scenarios', to: '/register/scenarios' },
  { name: 'path', to: '/register/path' },
  { name: 'letters', to: '/register/letters' },
  { name: 'check', to: '/register/check' },
] as const

/** The parts of the register, on each of its screens. */
export function RegisterNav(): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [location] = useLocation()
  const { data } = useRegister()
  const isCurrent = (to: string): boolean =>
    to === '/register'
      ? location === to
      : location.startsWith(to) ||
        (to === '/register/list' && /^\/register\/(services|vendors)\//.test(location)) ||
        (to === '/register/evidence' && location === '/register/knowledge')
  const may = useMayChange()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row is longer than the screen: where one is must be seen.
    const current = nav.current?.querySelector<HTMLElement>(`a[href$="${location}"]`)
    if (nav.current && current)
      nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2
  }, [location])
  return (
    <>
      <nav ref={nav} className={styles.nav} aria-label={t('register.menu')} data-print="no">
        {parts.map(({ name, to }) => (
          <Link key={to} href={to} aria-current={isCurrent(to) ? 'page' : undefined}>
            {t(`register.nav.${name}`)}
            {name === 'questions' && data && data.questions > 0 && ` (${number(data.questions)})`}
          </Link>
        ))}
      </nav>
      {!may && (
        <p className="soft" data-print="no">
          {t('register.onlyLook')}
        </p>
      )}
    </>
  )
}
