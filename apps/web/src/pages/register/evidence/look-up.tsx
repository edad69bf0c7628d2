import { Button, TextInput } from '@mantine/core'
import type { DnsAnswer, DnsPlan } from '@nabij/base'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookedUp } from '../../../api/register.ts'
import { useChange, useRegisterApi, useRegisterKey } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import register from '../register.module.css'
import styles from './evidence.module.css'

type Step =
  | { at: 'typing' | 'planning' }
  | { at: 'planned' | 'asking'; plan: DnsPlan }
  | { at: 'answered'; found: LookedUp }

const failed = new Set<DnsAnswer['outcome']>(['server-failed', 'refused', 'timeout', 'no-network', 'not-asked'])

/** A domain looked up in the DNS: first every question, then a press, then the answers as evidence. */
export function LookUp(): ReactElement {
  const { t } = useTranslation()
  const api = useRegisterApi()
  const client = useQueryClient()
  const queryKey = useRegisterKey()
  const [domain, setDomain] = useState('')
  const [resolver, setResolver] = useState('')
  const [step, setStep] = useState<Step>({ at: 'typing' })
  const [error, setError] = useState<unknown>(null)
  const cut = useRef(new AbortController())
  const remove = useChange((given, id: string) => given.removeEvidence(id))

  const show = async (): Promise<void> => {
    setError(null)
    setStep({ at: 'planning' })
    try {
      setStep({ at: 'planned', plan: await api.dnsPlan(domain.trim(), resolver.trim()) })
    } catch (thrown) {
      setError(thrown)
      setStep({ at: 'typing' })
    }
  }
  const ask = async (plan: DnsPlan): Promise<void> => {
    setError(null)
    setStep({ at: 'asking', plan })
    cut.current = new AbortController()
    const { signal } = cut.current
    try {
      const found = await api.lookUp(plan.domain, resolver.trim(), signal)
      setStep({ at: 'answered', found })
      const [evidence] = found.evidence
      say(t('evidence.dns.done', { domain: plan.domain }), {
        undo: () => {
          if (evidence) remove.mutate(evidence.id)
          setStep({ at: 'typing' })
        },
      })
    } catch (thrown) {
      if (!signal.aborted) setError(thrown)
      setStep({ at: 'planned', plan })
    }
    await client.invalidateQueries({ queryKey })
  }
  const change = (set: (text: string) => void, text: string): void => {
    set(text)
    setStep({ at: 'typing' })
  }
  return (
    <section className={register.panel} aria-labelledby="look-up">
      <h2 id="look-up">{t('evidence.dns.title')}</h2>
      <p>{t('evidence.dns.text')}</p>
      <form
        className={register.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (domain.trim()) void show()
        }}
      >
        <TextInput
          size="md"
          label={t('evidence.dns.domain')}
          placeholder="bakkerij-voorbeeld.nl"
          maxLength={253}
          autoCapitalize="none"
          spellCheck={false}
          value={domain}
          onChange={({ currentTarget: { value } }) => change(setDomain, value)}
        />
        <TextInput
          size="md"
          label={t('evidence.dns.resolver')}
          maxLength={100}
          autoCapitalize="none"
          spellCheck={false}
          value={resolver}
          onChange={({ currentTarget: { value } }) => change(setResolver, value)}
        />
        {(step.at === 'typing' || step.at === 'planning') && (
          <div className={register.buttons}>
            <Button type="submit" size="md" variant="default" loading={step.at === 'planning'}>
              {t('evidence.dns.show')}
            </Button>
          </div>
        )}
      </form>
      {(step.at === 'planned' || step.at === 'asking') && (
        <Plan
          plan={step.plan}
          isAsking={step.at === 'asking'}
          onAsk={() => void ask(step.plan)}
          onStop={() => cut.current.abort()}
        />
      )}
      {error !== null && <ProblemView error={error} />}
      {step.at === 'answered' && <Answers found={step.found} />}
    </section>
  )
}

interface PlanProps {
  plan: DnsPlan
  isAsking: boolean
  onAsk: () => void
  onStop: () => void
}

function Plan({ plan, isAsking, onAsk, onStop }: PlanProps): ReactElement {
  const { t } = useTranslation()
  const { questions, resolvers, mostIncluded } = plan
  const resolver = resolvers.join(', ') || t('evidence.dns.nobody')
  const title = t('evidence.dns.plan', { count: questions.length, resolver })
  return (
    <div className={styles.table}>
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <ul className={styles.questions} tabIndex={0} aria-label={title}>
        {questions.map(({ type, name }) => (
          <li key={`${type} ${name}`}>
            <span>{type}</span>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <p>{t('evidence.dns.included', { most: mostIncluded })}</p>
      <p className="soft small">{t('evidence.dns.ledger')}</p>
      {isAsking && <output>{t('evidence.dns.asking')}</output>}
      <div className={register.buttons}>
        {isAsking ? (
          <Button size="md" variant="default" onClick={onStop}>
            {t('evidence.dns.stop')}
          </Button>
        ) : (
          <Button size="md" onClick={onAsk}>
            {t('evidence.dns.ask')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Answers({ found: { findings, answers } }: { found: LookedUp }): ReactElement {
  const { t } = useTranslation()
  const names = [...new Set(findings.map(({ name }) => name))]
  const bad = answers.filter(({ outcome }) => failed.has(outcome)).length
  return (
    <div className={styles.table}>
      <output>
        {names.length > 0 ? t('evidence.dns.found', { names: names.join(', ') }) : t('evidence.dns.foundNone')}
      </output>
      {bad > 0 && <p>{t('evidence.dns.failed', { count: bad })}</p>}
      <details>
        <summary>{t('evidence.dns.answers')}</summary>
        <ul className={styles.questions}>
          {answers.map(({ type, name, outcome, records }) => (
            <li key={`${type} ${name}`}>
              <span>{type}</span>
              <span>
                {name}: {outcome === 'answered' ? records.join(' · ') : t(`evidence.dns.outcome.${outcome}`)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
