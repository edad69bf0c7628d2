import { Ask, latestClaims, type Service } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'

/** What the supplier said about these services, each with its day: beside what is confirmed, never in its place. */
export function SaidBySupplier({ services }: { services: readonly Service[] }): ReactElement | null {
  const { t } = useTranslation()
  const { date } = useFormats()
  const blocks = services
    .map((service) => ({ service, said: latestClaims(service) }))
    .filter(({ said }) => said.length > 0)
  if (blocks.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="said">
      <h2 id="said">{t('service.said.title')}</h2>
      <p className="soft">{t('service.said.text')}</p>
      {blocks.map(({ service, said }) => (
        <div key={service.id}>
          {services.length > 1 && <h3>{service.name}</h3>}
          <ul className={styles.rows}>
            {Ask.options.flatMap((ask) =>
              said
                .filter((claim) => claim.ask === ask)
                .map(({ value, saidOn, evidence }) => (
                  <li key={ask}>
                    <span>
                      <strong>{t(`choices.letters.ask.${ask}`)}</strong>
                      <span className={styles.sub} style={{ whiteSpace: 'pre-line' }}>
                        {value}
                      </span>
                    </span>
                    <span className="small">
                      <span className={styles.tag} data-status="reported">
                        {t('service.said.status')}
                      </span>{' '}
                      <Link href={`/register/evidence/${encodeURIComponent(evidence)}`}>
                        {saidOn ? date(Date.parse(saidOn)) : t('service.said.noDay')}
                      </Link>
                    </span>
                  </li>
                )),
            )}
          </ul>
        </div>
      ))}
    </section>
  )
}
