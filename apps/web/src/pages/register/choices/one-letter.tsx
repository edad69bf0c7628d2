import { Button, Textarea, TextInput } from '@mantine/core'
import type { Letter } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChange, useRegisterApi } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'
import { AnswerForm } from './answer-form.tsx'

type Change = Partial<Pick<Letter, 'subject' | 'body'>> & { state?: 'draft' | 'sent' | 'answered' }

/** One letter: its words, how far it is, and the way to take it along and to keep its answer. */
export function OneLetter({ letter, about }: { letter: Letter; about: string }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const api = useRegisterApi()
  const [subject, setSubject] = useState(letter.subject)
  const [body, setBody] = useState(letter.body)
  const [isAnswering, setAnswering] = useState(false)
  const change = useChange((api, what: Change) => api.changeLetter(letter.id, what))
  const { state, answerBy, answeredAt, evidence } = letter
  const isChanged = subject !== letter.subject || body !== letter.body
  const isOut = state === 'sent' || state === 'late'
  const save = (what: Change, done: string): void => {
    const words = { subject: letter.subject, body: letter.body }
    const before: Change = what.state === 'sent' ? { ...words, state: 'draft' } : words
    const undo = (): void => {
      setSubject(letter.subject)
      setBody(letter.body)
      change.mutate(before)
    }
    change.mutate(what, { onSuccess: () => say(done, { undo }) })
  }
  return (
    <section className={styles.panel} aria-label={`${about}: ${letter.subject}`}>
      <h2>
        {about}{' '}
        <span className={styles.tag} data-status={state === 'late' ? 'disputed' : undefined}>
          {t(`choices.letters.state.${state}`)}
        </span>
      </h2>
      {isOut && answerBy && <p className="soft">{t('choices.letters.until', { day: date(Date.parse(answerBy)) })}</p>}
      {state === 'answered' && answeredAt !== null && (
        <p className="soft">
          {t('choices.letters.answeredAt', { day: date(answeredAt) })}
          {evidence !== null && (
            <>
              {': '}
              <Link href={`/register/evidence/${encodeURIComponent(evidence)}`}>{t('choices.letters.seeAnswer')}</Link>
            </>
          )}
        </p>
      )}
      <Changing>
        <div className={styles.stack}>
          <TextInput
            size="md"
            label={t('choices.letters.subject')}
            value={subject}
            maxLength={300}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <Textarea
            size="md"
            label={t('choices.letters.body')}
            lang={letter.language}
            rows={14}
            value={body}
            maxLength={20_000}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          {change.error && <ProblemView error={change.error} />}
          <div className={styles.buttons}>
            <Button
              size="md"
              disabled={!isChanged || subject.trim() === '' || body.trim() === ''}
              loading={change.isPending}
              onClick={() => save({ subject, body }, t('choices.letters.saved'))}
            >
              {t('choices.letters.save')}
            </Button>
            {state === 'draft' && (
              <Button
                size="md"
                variant="default"
                onClick={() => save({ subject, body, state: 'sent' }, t('choices.letters.markedSent'))}
              >
                {t('choices.letters.sent')}
              </Button>
            )}
            {state !== 'draft' && !isAnswering && (
              <Button size="md" variant="default" onClick={() => setAnswering(true)}>
                {t('choices.letters.answered')}
              </Button>
            )}
          </div>
        </div>
      </Changing>
      <div className={styles.buttons}>
        <LinkButton to={api.letterPdf(letter.id)} outside size="md" variant="default">
          {t('choices.letters.pdf')}
        </LinkButton>
        <LinkButton to={api.answerSheet(letter.id)} outside size="md" variant="default">
          {t('choices.letters.sheet')}
        </LinkButton>
        <Button
          component="a"
          size="md"
          variant="default"
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
        >
          {t('choices.letters.mail')}
        </Button>
        <Button
          size="md"
          variant="default"
          onClick={() => void navigator.clipboard.writeText(body).then(() => say(t('common.copied')))}
        >
          {t('choices.letters.copy')}
        </Button>
      </div>
      {isOut && !isAnswering && <p className="soft small">{t('choices.letters.answerTip')}</p>}
      {isAnswering && (
        <Changing>
          <AnswerForm letter={letter} onDone={() => setAnswering(false)} />
        </Changing>
      )}
    </section>
  )
}
