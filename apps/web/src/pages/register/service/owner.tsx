import type { Service } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormats } from '../../../texts/format.ts'
import { FactSource } from '../fact-source.tsx'
import styles from '../register.module.css'
import { isStated, useCountry, vendorPath } from '../words.ts'

/** Whose it is in the end, with where that was read. */
export function Owner({ service: { vendor } }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const country = useCountry()
  const parent = vendor?.ultimateParent
  const isOwnCountry = isStated(vendor?.own, 'country')
  return (
    <section className={styles.panel} aria-labelledby="owner">
      <h2 id="owner">{t('service.owner')}</h2>
      {parent ? (
        <>
          <p className={styles.large}>{t('service.parent', { name: parent.name })}</p>
          <p>
            {country(parent.country)}, {t(`service.control.${parent.control}`)}
            {isStated(vendor.own, 'control') && ` (${t('knowledge.own')})`},{' '}
            {parent.asOf ? t('service.asOf', { day: partialDay(parent.asOf) }) : t('service.asOfUnknown')}
          </p>
          <FactSource status={parent.status} source={parent.source} />
        </>
      ) : (
        <p>{t('service.parentUnknown')}</p>
      )}
      {vendor && (
        <p>
          {t('service.seat')}: {country(vendor.country)}{' '}
          <span className={styles.tag} data-status={isOwnCountry ? 'own' : vendor.countryStatus}>
            {isOwnCountry ? t('knowledge.own') : t(`register.status.${vendor.countryStatus}`)}
          </span>
        </p>
      )}
      {vendor && (
        <p>
          <Link href={vendorPath(vendor.id)}>{t('service.more', { vendor: vendor.name })}</Link>
        </p>
      )}
    </section>
  )
}
