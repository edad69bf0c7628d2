import type { ScenarioResult } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { servicePath, useLanguage } from '../words.ts'
import own from './choices.module.css'

/** One figure, what is hit, and a row for each service that can be followed by hand. */
export function ScenarioOutcome({ result }: { result: ScenarioResult }): ReactElement {
  const { t } = useTranslation()
  const { euros } = useFormats()
  const language = useLanguage()
  const { costPerYear, hit, crucialHit, costUnknown, processes, rows } = result
  if (hit === 0) return <p className={own.result}>{t('choices.scenario.none')}</p>
  const figure = (): string => {
    if (costPerYear > 0) return t('choices.scenario.extra', { amount: euros(costPerYear) })
    if (costPerYear < 0) return t('choices.scenario.less', { amount: euros(-costPerYear) })
    // Nobody knows what a successor costs: that is not nothing.
    return t(
      rows.some(({ extraPerYear }) => extraPerYear === null) ? 'choices.scenario.unknown' : 'choices.scenario.same',
    )
  }
  return (
    <section className={styles.panel}>
      <h2 className={own.result}>{figure()}</h2>
      <p>
        {t('choices.scenario.hit', { count: hit })} · {t('choices.scenario.crucialHit', { count: crucialHit })}
      </p>
      {processes.length > 0 && <p>{t('choices.scenario.processes', { names: processes.join(', ') })}</p>}
      {costUnknown > 0 && <p className="soft">{t('choices.scenario.costUnknown', { count: costUnknown })}</p>}
      <ul className={styles.rows}>
        {rows.map(({ serviceId, name, crucial, costPerYear: now, extraPerYear, why }) => (
          <li key={serviceId}>
            <span>
              <Link href={servicePath(serviceId)}>{name}</Link>{' '}
              {crucial && <span className={styles.tag}>{t('register.list.crucial')}</span>}
              <span className={styles.sub}>{why[language]}</span>
            </span>
            <span>
              <strong>{extraPerYear === null ? '' : `${extraPerYear > 0 ? '+' : ''}${euros(extraPerYear)}`}</strong>
              <span className={styles.sub}>
                {t('choices.scenario.now')}: {now === null ? t('common.unknown') : euros(now)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
