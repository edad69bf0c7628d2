import type { MoveStep } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import styles from './one.module.css'

/** Each step as it was written down when it was made, newest first. */
export function Steps({ steps }: { steps: MoveStep[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { date } = useFormats()
  return (
    <section className={styles.section} aria-labelledby="steps">
      <h2 id="steps">{t('moves.one.steps')}</h2>
      {steps.length === 0 && <p className="soft">{t('moves.one.stepsNone')}</p>}
      <ol className={styles.timeline}>
        {steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.state}`}>
            <p>
              <b>{t(`moves.state.${step.state}`)}</b> · {date(step.at)} ·{' '}
              {step.seen ? t('moves.one.seen') : (step.by ?? t('moves.one.somebody'))}
            </p>
            {step.note && <p>{step.note}</p>}
            {step.evidence.length > 0 && (
              <ul className={styles.evidence}>
                {step.evidence.map((part) => (
                  <li key={part.nl} className="soft small">
                    {part[language]}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
