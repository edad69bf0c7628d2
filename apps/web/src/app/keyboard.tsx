import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Dialog } from '../parts/dialog.tsx'
import styles from './keyboard.module.css'

const places = [
  { key: 'o', to: '/', name: 'overview' },
  { key: 'r', to: '/register', name: 'register' },
  { key: 's', to: '/stations', name: 'stations' },
  { key: 'm', to: '/moves', name: 'moves' },
  { key: 'i', to: '/settings', name: 'settings' },
] as const

/** How long after `g` the second key may come. */
const pause = 1200

/** The keys that work on every screen, and the list of them behind `?`. */
export function Keyboard(): ReactElement {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [help, setHelp] = useState(false)

  useEffect(() => {
    let leader = 0
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event)) return
      if (event.key === '?') {
        setHelp(true)
        return
      }
      const place = places.find(({ key }) => key === event.key)
      if (place && event.timeStamp - leader < pause && leader > 0) navigate(place.to)
      leader = event.key === 'g' ? event.timeStamp : 0
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate])

  const lines = [
    ...places.map(({ key, name }) => ({ keys: ['g', key], text: t(`frame.help.${name}`) })),
    { keys: ['/'], text: t('frame.help.search') },
    { keys: ['←', '→'], text: t('frame.help.newer') },
    { keys: ['?'], text: t('frame.help.help') },
  ]
  return (
    <Dialog opened={help} onClose={() => setHelp(false)} title={t('frame.help.title')}>
      <dl className={styles.keys}>
        {lines.map(({ keys, text }) => (
          <div key={text} className={styles.line}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

/** Keys belong to the field that is being typed in, and to the browser when a modifier is held. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="slider"]') !== null
  )
}
