import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { Letter } from '../../../api/register.ts'
import { useAsked, useChange, useRegister } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { useLanguage } from '../words.ts'

/** Letters to suppliers: written here, sent by you, kept track of until an answer comes. */
export function LettersPage(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [params] = useSearchParams()
  const { data: register } = useRegister()
  const { data: letters, error, refetch } = useAsked(['letters'], (api) => api.letters())
  const sure = (register?.services ?? []).filter(
    ({ confidence, kind, vendor }) => confidence === 'confirmed' && kind !== 'library' && vendor !== null,
  )
  const [chosen, setChosen] = useState(params.get('service') ?? '')
  const serviceId = chosen || (sure[0]?.id ?? '')
  const write = useChange((api, id: string) => api.writeLetter(id, language))
  const names = new Map(register?.services.map(({ id, name }) => [id, name]))
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.letters.title')} />
      <p className={styles.text}>{t('choices.letters.text')}</p>
      <div className={styles.stack}>
        {error && !letters && <ProblemView error={error} onRetry={() => void refetch()} />}
        {!letters && !error && <PageSkeleton />}
        {letters?.length === 0 && <p>{t('choices.letters.none')}</p>}
        {sure.length > 0 && (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              write.mutate(serviceId)
            }}
          >
            <NativeSelect
              size="md"
              label={t('choices.letters.about')}
              value={serviceId}
              data={sure.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            {write.error && <ProblemView error={write.error} />}
            <Button type="submit" size="md" loading={write.isPending}>
              {t('choices.letters.write')}
            </Button>
          </form>
        )}
        {letters?.map((letter) => (
          <One key={letter.id} letter={letter} about={names.get(letter.serviceId) ?? letter.serviceId} />
        ))}
      </div>
    </>
  )
}

function One({ letter, about }: { letter: Letter; about: string }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const [subject, setSubject] = useState(letter.subject)
  const [body, setBody] = useState(letter.body)
  const change = useChange(
    (api, what: Partial<Pick<Letter, 'subject' | 'body' | 'state'>>) => api.changeLetter(letter.id, what),
    () => say(t('choices.letters.saved')),
  )
  const { state, answerBy } = letter
  const isChanged = subject !== letter.subject || body !== letter.body
  return (
    <section className={styles.panel} aria-label={`${about}: ${letter.subject}`}>
      <h2>
        {about}{' '}
        <span className={styles.tag} data-status={state === 'late' ? 'disputed' : undefined}>
          {t(`choices.letters.state.${state}`)}
        </span>
      </h2>
      {answerBy && <p className="soft">{t('choices.letters.until', { day: date(Date.parse(answerBy)) })}</p>}
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
          disabled={!isChanged}
          loading={change.isPending}
          onClick={() => change.mutate({ subject, body })}
        >
          {t('choices.letters.save')}
        </Button>
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
        {state === 'draft' && (
          <Button size="md" variant="default" onClick={() => change.mutate({ subject, body, state: 'sent' })}>
            {t('choices.letters.sent')}
          </Button>
        )}
        {(state === 'sent' || state === 'late') && (
          <Button size="md" variant="default" onClick={() => change.mutate({ state: 'answered' })}>
            {t('choices.letters.answered')}
          </Button>
        )}
      </div>
      {(state === 'sent' || state === 'late') && <p className="soft small">{t('choices.letters.answerTip')}</p>}
    </section>
  )
}
