import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ExitState } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LeavingPlan } from '../../../api/register.ts'
import { useAsked, useChange, useRegisterApi } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath, useLanguage } from '../words.ts'
import { ExitOptions } from './exit-options.tsx'
import { ExitProofPart } from './exit-proof.tsx'
import own from './service.module.css'

type Change = Partial<Omit<ExitState, 'changedAt' | 'reopened'>>
const states = ['considered', 'planned', 'shadowing', 'switched', 'gone'] as const

/** How to do without a service: four ways beside each other, the clocks, the steps, and how far you are. */
export function ExitPage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const registerApi = useRegisterApi()
  const { data: plan, error, refetch } = useAsked(['exit', id, language], (api) => api.exitPlan(id, language))
  if (!plan)
    return (
      <>
        <RegisterNav />
        {error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}
      </>
    )
  return (
    <>
      <RegisterNav />
      <PageHead
        title={t('service.plan.title', { name: plan.serviceName })}
        before={<Link href={servicePath(id)}>{t('service.plan.back', { name: plan.serviceName })}</Link>}
      >
        <LinkButton to={registerApi.exitPlanPdf(id, language)} outside size="md" variant="default">
          {t('service.plan.pdf')}
        </LinkButton>
      </PageHead>
      <Plan key={`${id} ${plan.changedAt}`} id={id} plan={plan} />
    </>
  )
}

function Plan({ id, plan }: { id: string; plan: LeavingPlan }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const language = useLanguage()
  const change = useChange(
    (api, said: Change) => api.changeExit(id, said, language),
    () => say(t('service.plan.saved')),
  )
  return (
    <div className={styles.stack}>
      <ExitProofPart plan={plan} />
      {change.error && <ProblemView error={change.error} />}
      <Changing>
        <ExitOptions plan={plan} onChoose={(option) => change.mutate({ option })} />
      </Changing>
      <div className={styles.columns}>
        <div className={styles.stack}>
          {plan.clocks.length > 0 && (
            <section className={styles.panel} aria-labelledby="clocks">
              <h2 id="clocks">{t('service.plan.clocks')}</h2>
              <ul className={styles.rows}>
                {plan.clocks.map(({ text, day, source }) => (
                  <li key={text}>
                    <span>
                      {text}
                      <span className={styles.sub}>{source}</span>
                    </span>
                    {day && <span>{date(Date.parse(day))}</span>}
                    {!day && <span className="soft">{t('common.unknown')}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className={styles.panel} aria-labelledby="steps">
            <h2 id="steps">{t('service.plan.steps')}</h2>
            <ol className={own.steps}>
              {plan.steps.map(({ id: step, text }) => (
                <li key={step}>{text}</li>
              ))}
            </ol>
          </section>
        </div>
        <div className={styles.stack}>
          <Changing>
            <How plan={plan} busy={change.isPending} onSave={change.mutate} />
          </Changing>
          {plan.missing.length > 0 && (
            <section className={styles.panel} aria-labelledby="missing">
              <h2 id="missing">{t('service.plan.missing')}</h2>
              <ul className={own.steps}>
                {plan.missing.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function How({
  plan,
  busy,
  onSave,
}: {
  plan: LeavingPlan
  busy: boolean
  onSave: (said: Change) => void
}): ReactElement {
  const { t } = useTranslation()
  const [state, setState] = useState(plan.state)
  const [owner, setOwner] = useState(plan.owner ?? '')
  const [by, setBy] = useState(plan.by ?? '')
  const [switchedOn, setSwitchedOn] = useState(plan.switchedOn ?? '')
  const [fallBack, setFallBack] = useState(plan.fallBack ?? '')
  const isLeft = state === 'switched' || state === 'gone'
  return (
    <section className={styles.panel} aria-labelledby="how-far">
      <h2 id="how-far">{t('service.plan.state')}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSave({
            state,
            switchedOn: isLeft ? switchedOn || null : null,
            owner: owner.trim() || null,
            by: by || null,
            fallBack: fallBack.trim() || null,
          })
        }}
      >
        <NativeSelect
          size="md"
          label={t('service.plan.state')}
          value={state ?? ''}
          data={[
            { value: '', label: t('service.plan.noState') },
            ...states.map((value) => ({ value, label: t(`service.plan.states.${value}`) })),
          ]}
          onChange={(event) => setState(states.find((value) => value === event.currentTarget.value) ?? null)}
        />
        {isLeft && (
          <TextInput
            size="md"
            type="date"
            label={t('service.plan.switchedOn')}
            description={t('service.plan.goneText')}
            value={switchedOn}
            onChange={(event) => setSwitchedOn(event.currentTarget.value)}
          />
        )}
        <TextInput
          size="md"
          label={t('service.plan.owner')}
          value={owner}
          maxLength={200}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          type="date"
          label={t('service.plan.by')}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <Textarea
          size="md"
          rows={3}
          label={t('service.plan.fallBack')}
          value={fallBack}
          maxLength={1000}
          onChange={(event) => setFallBack(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={busy}>
          {t('service.notes.save')}
        </Button>
      </form>
    </section>
  )
}
