import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked, useRegister } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath } from '../words.ts'
import { Alternatives } from './alternatives.tsx'
import { Events } from './events.tsx'
import { SaidBySupplier } from './said.tsx'
import { VendorFacts } from './vendor-facts.tsx'

/** Everything known of one vendor: each fact with how sure it is and where it was read. */
export function VendorPage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { data: vendor, error, refetch } = useAsked(['vendor', id], (api) => api.vendor(id))
  const { data: register } = useRegister()
  if (!vendor)
    return (
      <>
        <RegisterNav />
        {error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}
      </>
    )
  const yours = register?.services.filter((service) => service.vendor?.id === id) ?? []
  return (
    <>
      <RegisterNav />
      <PageHead title={vendor.name} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <VendorFacts vendor={vendor} />
          <SaidBySupplier services={yours} />
          <Alternatives alternatives={vendor.alternatives} />
          <Events events={vendor.events} />
        </div>
        <div className={styles.stack}>
          <section className={styles.panel} aria-labelledby="yours">
            <h2 id="yours">{t('service.vendor.yours')}</h2>
            {yours.length === 0 && <p className="soft">{t('service.vendor.yoursNone')}</p>}
            <ul className={styles.rows}>
              {yours.map((service) => (
                <li key={service.id}>
                  <Link href={servicePath(service.id)}>{service.name}</Link>
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.panel} aria-labelledby="known">
            <h2 id="known">{t('service.vendor.products')}</h2>
            <p>{vendor.products.map(({ name }) => name).join(', ') || t('common.unknown')}</p>
            <h3>{t('service.vendor.domains')}</h3>
            <p>{vendor.domains.join(', ') || t('common.unknown')}</p>
          </section>
        </div>
      </div>
    </>
  )
}
