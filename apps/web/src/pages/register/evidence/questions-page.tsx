import { Button, TextInput } from '@mantine/core'
import type { OwnRule, Question } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { ApartList } from './apart-list.tsx'
import { RuleBookPanel } from './rule-book.tsx'

/** Doubts that a person settles with one press; what was answered stays a rule of your own. */
export function QuestionsPage(): ReactElement {
  const { t } = useTranslation()
  const { data, error, refetch } = useAsked(['questions'], (api) => api.questions())
  const { data: rules = [] } = useAsked(['rules'], (api) => api.rules())
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.questions.title')} />
      <p className={styles.text}>{t('choices.questions.text')}</p>
      {error && !data && <ProblemView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      <div className={styles.stack}>
        {data?.length === 0 && <p>{t('choices.questions.none')}</p>}
        <Changing>
          {data?.map((question) => (
            <One key={question.id} question={question} />
          ))}
        </Changing>
        {rules.length > 0 && <Rules rules={rules} />}
        <ApartList />
        <RuleBookPanel />
      </div>
    </>
  )
}

function One({ question }: { question: Question }): ReactElement {
  const { t } = useTranslation()
  const { euros, number } = useFormats()
  const [other, setOther] = useState<string | null>(null)
  const { data: evidence = [] } = useAsked(['evidence'], (api) => api.evidence())
  const forget = useChange((api, words: string) => api.removeRule(words))
  const answer = useChange(
    (api, said: { productId: string | null; name?: string | null }) => api.answer(question.id, said),
    (rule) => say(t('choices.questions.answered', { text: question.text }), { undo: () => forget.mutate(rule.words) }),
  )
  const keep = useChange(
    (api, name: string) => api.answer(question.id, { productId: null, name }),
    (rule) =>
      say(t('choices.questions.kept', { name: rule.name ?? question.text }), { undo: () => forget.mutate(rule.words) }),
  )
  const file = evidence.find(({ id }) => id === question.evidence)?.path ?? t('common.unknown')
  const { total, count } = question
  const candidates = question.candidates.map(({ productId, vendorId, name }) => ({
    id: productId ?? (vendorId === null ? null : `vendor:${vendorId}`),
    name,
  }))
  return (
    <section className={styles.panel} aria-label={question.text}>
      <h2>{question.text}</h2>
      <p className="soft">
        {t('choices.questions.seen', { count, n: number(count), file })}
        {total &&
          total.currency === 'EUR' &&
          ` · ${t('choices.questions.total', { amount: euros(Math.abs(total.amountMinor)) })}`}
      </p>
      {(answer.error ?? keep.error) && <ProblemView error={answer.error ?? keep.error} />}
      <div className={styles.buttons}>
        {candidates.length === 0 && (
          <Button size="md" loading={keep.isPending} onClick={() => keep.mutate(question.text.slice(0, 200))}>
            {t('choices.questions.yes')}
          </Button>
        )}
        {candidates.slice(0, 4).map(({ id, name }) => (
          <Button
            key={id ?? name}
            size="md"
            loading={answer.isPending}
            onClick={() => answer.mutate(id === null ? { productId: null, name } : { productId: id })}
          >
            {t('choices.questions.is', { name })}
          </Button>
        ))}
        <Button
          size="md"
          variant="default"
          loading={answer.isPending}
          onClick={() => answer.mutate({ productId: null })}
        >
          {t('choices.questions.no')}
        </Button>
        {other === null && (
          <Button size="md" variant="subtle" onClick={() => setOther('')}>
            {t('choices.questions.another')}
          </Button>
        )}
      </div>
      {other !== null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (other.trim()) answer.mutate({ productId: null, name: other.trim() })
          }}
        >
          <TextInput
            size="md"
            label={t('choices.questions.anotherName')}
            value={other}
            maxLength={200}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button type="submit" size="md">
            {t('choices.questions.save')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Rules({ rules }: { rules: OwnRule[] }): ReactElement {
  const { t } = useTranslation()
  const forget = useChange((api, words: string) => api.removeRule(words))
  return (
    <section className={styles.panel} aria-labelledby="rules">
      <h2 id="rules">{t('choices.questions.rules')}</h2>
      {forget.error && <ProblemView error={forget.error} />}
      <Changing>
        <ul className={styles.rows}>
          {rules.map(({ words, productId, name }) => {
            const known = name ?? productId
            return (
              <li key={words}>
                <span>
                  {known === null
                    ? t('choices.questions.ruleNo', { words })
                    : t('choices.questions.ruleIs', { words, name: known })}
                </span>
                <Button
                  variant="subtle"
                  aria-label={`${t('choices.questions.forget')}: ${words}`}
                  onClick={() => forget.mutate(words)}
                >
                  {t('choices.questions.forget')}
                </Button>
              </li>
            )
          })}
        </ul>
      </Changing>
    </section>
  )
}
