import { Button, Textarea, TextInput } from '@mantine/core'
import { Ask, type Letter } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import styles from '../register.module.css'

interface Typed {
  answeredOn: string | null
  answers: Partial<Record<Ask, string>>
}

/** What the supplier answered, typed over question by question; what stays empty is not answered. */
export function AnswerForm({ letter, onDone }: { letter: Letter; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const [answeredOn, setAnsweredOn] = useState('')
  const [answers, setAnswers] = useState<Partial<Record<Ask, string>>>({})
  const remove = useChange((api, evidence: string) => api.removeEvidence(evidence))
  const keep = useChange(
    (api, typed: Typed) => api.answerLetter(letter.id, typed),
    ({ evidence }) => {
      say(t('choices.letters.answerKept'), evidence === null ? {} : { undo: () => remove.mutate(evidence) })
      onDone()
    },
  )
  const note = useChange((api) => api.changeLetter(letter.id, { state: 'answered' }), onDone)
  const asked = Ask.options.filter((ask) => letter.asks.includes(ask))
  const isEmpty = Object.values(answers).every((answer) => answer.trim() === '')
  return (
    <form
      className={styles.form}
      aria-label={t('choices.letters.answerTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate({ answeredOn: answeredOn || null, answers })
      }}
    >
      <h3>{t('choices.letters.answerTitle')}</h3>
      <p className="soft">{t('choices.letters.answerText')}</p>
      <TextInput
        size="md"
        type="date"
        label={t('choices.letters.answeredOn')}
        value={answeredOn}
        onChange={(event) => setAnsweredOn(event.currentTarget.value)}
      />
      {asked.map((ask) => (
        <Textarea
          key={ask}
          size="md"
          rows={2}
          autosize
          maxRows={8}
          maxLength={2000}
          label={t(`choices.letters.ask.${ask}`)}
          value={answers[ask] ?? ''}
          onChange={({ currentTarget: { value } }) => setAnswers((now) => ({ ...now, [ask]: value }))}
        />
      ))}
      {(keep.error ?? note.error) && <ProblemView error={keep.error ?? note.error} />}
      <div className={styles.buttons}>
        <Button type="submit" size="md" disabled={isEmpty} loading={keep.isPending}>
          {t('choices.letters.answerKeep')}
        </Button>
        {isEmpty && letter.state !== 'answered' && (
          <Button size="md" variant="default" loading={note.isPending} onClick={() => note.mutate(undefined)}>
            {t('choices.letters.answerNote')}
          </Button>
        )}
        <Button size="md" variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
