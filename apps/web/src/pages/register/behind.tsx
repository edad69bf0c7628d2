import type { Service } from '@nabij/base'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Dialog } from '../../parts/dialog.tsx'
import { useFormats } from '../../texts/format.ts'
import { FactSource } from './fact-source.tsx'
import styles from './register.module.css'
import { servicePath, useCountry, yearly } from './words.ts'

export interface BehindProps {
  title: string
  /** One line of explanation above the list. */
  text?: string
  services: readonly Service[]
  /** What is shown of each: its amount, or who owns it and where that was read. */
  of: 'cost' | 'owner'
  children: ReactNode
}

/** Above this the list is a long scroll: the register itself is the place to look. */
const shown = 60

/** A number that can be opened: what it is made of, and where each part comes from. */
export function Behind({ title, text, services, of, children }: BehindProps): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.behind}
        title={t('register.behind.open')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={title}>
        {text && <p className="soft">{text}</p>}
        {services.length === 0 && <p>{t('register.behind.none')}</p>}
        <ul className={styles.rows}>
          {services.slice(0, shown).map((service) => (
            <li key={service.id}>
              <Link href={servicePath(service.id)}>{service.name}</Link>
              {of === 'cost' ? <Amount service={service} /> : <Owner service={service} />}
            </li>
          ))}
        </ul>
        {services.length > shown && <Link href="/register/list">{t('register.nav.list')}</Link>}
      </Dialog>
    </>
  )
}

function Amount({ service }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const { euros } = useFormats()
  const cents = yearly(service)
  if (cents === null) return <span className="soft">{t('common.unknown')}</span>
  return (
    <span>
      {euros(cents)} <span className="soft small">{t(`register.costFrom.${service.cost?.from ?? 'hand'}`)}</span>
    </span>
  )
}

function Owner({ service: { vendor } }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const country = useCountry()
  const parent = vendor?.ultimateParent
  if (!parent) return <span className="soft">{t('common.unknown')}</span>
  return (
    <div>
      {t('register.behind.of', { parent: parent.name, country: country(parent.country) })}
      <FactSource status={parent.status} source={parent.source} />
    </div>
  )
}
