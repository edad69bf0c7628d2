import { UnstyledButton } from '@mantine/core'
import type { Verdict } from '@nabij/base'
import { type MouseEvent, type ReactElement, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '../../../app/keyboard.tsx'
import { Symbol } from '../../../parts/icons.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { AsksDialog } from './asks-dialog.tsx'
import styles from './feedback.module.css'
import { KindChoice } from './kind-choice.tsx'
import { useFeedback } from './use-feedback.ts'
import { answersTo, type Label } from './word.ts'

interface FeedbackPanelProps {
  verdict: Verdict
  /** Kinds of defects that are known here. Without any nothing is asked: one press is enough. */
  kinds: string[]
  /** Called when a question is open about this very part, and when it no longer is. */
  onHold?: (verdict: Verdict | null) => void
}

/** Two large buttons that say whether the verdict is right; space and x do the same. */
export function FeedbackPanel({ verdict, kinds, onHold }: FeedbackPanelProps): ReactElement {
  const { t } = useTranslation()
  const feedback = useFeedback()
  const [asking, setAsking] = useState<Verdict | null>(null)
  const answers = answersTo(verdict.verdict)
  const { give, busy, asks } = feedback
  const open = !busy && !asks && !asking && verdict.frameKept

  const press = useCallback(
    (label: Label): void => {
      if (!open) return
      if (label === 'bad' && kinds.length > 0) {
        setAsking(verdict)
        onHold?.(verdict)
      } else give(verdict, label, null)
    },
    [open, verdict, kinds, give, onHold],
  )
  const { first, second } = answers
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const label = event.key === ' ' ? first : event.key === 'x' ? second : null
      if (!label || event.repeat || isTyping(event) || isElsewhere(event)) return
      event.preventDefault()
      press(label)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [first, second, press])

  const end = (): void => {
    setAsking(null)
    onHold?.(null)
  }
  const choose = (kind: string | null): void => {
    if (asking) give(asking, 'bad', kind)
    end()
  }
  if (!verdict.frameKept) return <p className="soft">{t('work.feedback.lost')}</p>
  return (
    <div className={styles.panel} data-print="no">
      {asking ? (
        <KindChoice kinds={kinds} onChoose={choose} onBack={end} />
      ) : (
        <fieldset className={styles.two} aria-label={t('work.feedback.group')} aria-busy={busy}>
          <Answer verdict={verdict} label={first} place="first" kind={answers.kind} disabled={busy} onPress={press} />
          <Answer verdict={verdict} label={second} place="second" kind={answers.kind} disabled={busy} onPress={press} />
        </fieldset>
      )}
      <Said verdict={verdict} busy={busy} />
      {feedback.error && <ProblemView error={feedback.error} />}
      {asks && <AsksDialog correction={asks} busy={busy} onAnswer={feedback.answer} />}
    </div>
  )
}

/** A key that belongs to what has the focus, or to what has to be answered first. */
function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target
  const focused = target instanceof HTMLElement && target.closest('button, a, summary, [role="slider"]') !== null
  return (focused && event.key === ' ') || document.querySelector('dialog[open]') !== null
}

interface AnswerProps {
  verdict: Verdict
  label: Label
  place: 'first' | 'second'
  kind: 'agree' | 'name'
  disabled: boolean
  onPress: (label: Label) => void
}

function Answer({ verdict, label, place, kind, disabled, onPress }: AnswerProps): ReactElement {
  const { t } = useTranslation()
  const agree = place === 'first' ? 'right' : 'wrong'
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    // After a press by hand the space bar must mean "right" again, not "the button that was pressed last".
    if (event.detail > 0) event.currentTarget.blur()
    onPress(label)
  }
  return (
    <UnstyledButton
      className={styles.answer}
      data-place={place}
      aria-pressed={verdict.feedback?.label === label}
      disabled={disabled}
      onClick={press}
    >
      <Symbol name={place === 'first' ? 'check' : 'cross'} size={32} />
      <span>{t(kind === 'agree' ? `work.feedback.${agree}` : `work.feedback.${label}`)}</span>
      <kbd aria-hidden="true">{t(`work.feedback.key.${place}`)}</kbd>
    </UnstyledButton>
  )
}

/** What was said of this part; its line is always there, so that nothing jumps. */
function Said({ verdict, busy }: { verdict: Verdict; busy: boolean }): ReactElement {
  const { t } = useTranslation()
  const { feedback } = verdict
  const kind = feedback?.kind
  const words = feedback
    ? kind
      ? t('work.feedback.said.kind', { kind })
      : t(`work.feedback.said.${feedback.label}`)
    : ''
  return (
    <output className={styles.said} data-testid="said">
      {busy ? t('work.feedback.busy') : words}
    </output>
  )
}
