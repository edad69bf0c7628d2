import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked } from '../../../api/register-queries.ts'
import styles from '../register.module.css'
import { vendorPath } from '../words.ts'
import { Stated } from './stated.tsx'

/** Everything that people here stated of vendors, with what the knowledge says in its place. */
export function StatedList(): ReactElement {
  const { t } = useTranslation()
  const { data: vendors = [] } = useAsked(['stated'], (api) => api.stated())
  return (
    <section className={styles.panel} aria-labelledby="stated">
      <h2 id="stated">{t('knowledge.stated.title')}</h2>
      {vendors.length === 0 && <p className="soft">{t('knowledge.stated.none')}</p>}
      {vendors.map(({ id, name, own }) => (
        <div key={id}>
          <h3>
            <Link href={vendorPath(id)}>{name}</Link>
          </h3>
          {own && <Stated id={id} name={name} own={own} />}
        </div>
      ))}
    </section>
  )
}
