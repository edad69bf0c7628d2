import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeavingPlan } from '../../../api/register.ts'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'

/** Whether what was left is gone, by evidence; or why the plan is open again. */
export function ExitProofPart({ plan: { proof, reopened } }: { plan: LeavingPlan }): ReactElement | null {
  const { t } = useTranslation()
  const { date } = useFormats()
  const language = useLanguage()
  if (reopened)
    return (
      <p role="alert" className={styles.text}>
        {t('service.plan.reopened', { day: date(Date.parse(reopened.on)), because: reopened.because[language] })}
      </p>
    )
  if (!proof) return null
  return (
    <section className={styles.panel} aria-labelledby="proof">
      <h2 id="proof">
        {t(`service.plan.proof.${proof.state}`)}{' '}
        <span className={styles.tag} data-status={proof.state === 'gone' ? 'confirmed' : 'unknown'}>
          {proof.on === null ? t('service.plan.noDay') : date(Date.parse(proof.on))}
        </span>
      </h2>
      {proof.state === 'not-proven' && <p className="soft">{t('service.plan.proofText')}</p>}
      <ul className={styles.rows}>
        {proof.because.map((text) => (
          <li key={text.nl}>
            <span>{text[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
