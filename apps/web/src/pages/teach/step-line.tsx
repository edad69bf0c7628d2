import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Symbol } from '../../parts/icons.tsx'
import styles from './teach.module.css'

const steps = ['photos', 'check', 'learn', 'try'] as const
export type Step = (typeof steps)[number]

export function isStep(text: string | null): text is Step {
  return steps.some((step) => step === text)
}

interface StepLineProps {
  step: Step
  photos: number
  taught: boolean
  onStep: (step: Step) => void
}

/** The four steps in one line; what can be gone to is a button, what is behind has a tick. */
export function StepLine({ step, photos, taught, onStep }: StepLineProps): ReactElement {
  const { t } = useTranslation()
  const at = steps.indexOf(step)
  const open: Record<Step, boolean> = { photos: true, check: photos > 0, learn: step === 'learn', try: taught }
  return (
    <nav aria-label={t('teach.steps.label')}>
      <ol className={styles.steps}>
        {steps.map((each, index) => (
          <li key={each} className={styles.step} data-past={index < at}>
            <UnstyledButton
              className={styles.stepButton}
              disabled={!open[each]}
              aria-current={each === step ? 'step' : undefined}
              onClick={() => onStep(each)}
            >
              <span className={styles.number}>{index < at ? <Symbol name="check" size={16} /> : index + 1}</span>
              {t(`teach.steps.${each}`)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  )
}
