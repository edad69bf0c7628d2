import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeavingPlan } from '../../../api/register.ts'
import styles from '../register.module.css'
import own from './service.module.css'

/** Four ways beside each other, each with what gets worse. */
export function ExitOptions({ plan, onChoose }: { plan: LeavingPlan; onChoose: (kind: string) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="options">
      <h2 id="options">{t('service.plan.options')}</h2>
      <div className={own.options}>
        {plan.options.map(({ kind, title, candidates, whatGetsWorse }) => (
          <article key={kind} className={own.option} data-chosen={plan.option === kind}>
            <h3>{title}</h3>
            {candidates.length > 0 && (
              <ul className={styles.rows}>
                {candidates.map(({ name, country, price, effort, weakerIn, ownDependencies }) => (
                  <li key={name}>
                    <span>
                      <strong>{name}</strong>
                      <span className={styles.sub}>
                        {t('service.alternatives.country')}: {country} · {t('service.alternatives.price')}: {price} ·{' '}
                        {t('service.alternatives.effort')}: {effort}
                      </span>
                      <span className={styles.sub}>
                        {t('service.alternatives.weaker')}: {weakerIn}
                      </span>
                      <span className={styles.sub}>
                        {t('service.alternatives.depends')}: {ownDependencies}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <p>
              <strong>{t('service.plan.worse')}:</strong> {whatGetsWorse}
            </p>
            {plan.option === kind ? (
              <p>
                <span className={styles.tag} data-status="confirmed">
                  {t('service.plan.chosen')}
                </span>
              </p>
            ) : (
              <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => onChoose(kind)}>
                {t('service.plan.choose')}
                <span className="unseen">: {title}</span>
              </Button>
            )}
          </article>
        ))}
      </div>
    </section>
  )
}
