import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import type { Decision } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { Checked } from '../../../api/register.ts'
import { useAsked, useChange, useRegisterApi, useRegisterKey } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import { OriginMark } from '../origin-mark.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { Alternatives } from '../service/alternatives.tsx'
import { useSlash } from '../use-slash.ts'
import { useCountry, useLanguage, vendorPath } from '../words.ts'
import own from './choices.module.css'

/** Before something is bought: whose it is, what else there is, eight questions, and what was decided. */
export function CheckPage(): ReactElement {
  const { t } = useTranslation()
  const api = useRegisterApi()
  const field = useSlash()
  const [params, setParams] = useSearchParams()
  const asked = params.get('q')?.trim() ?? ''
  const [text, setText] = useState(asked)
  const { data, error } = useQuery({
    queryKey: useRegisterKey('check', asked),
    queryFn: () => api.check(asked),
    enabled: asked !== '',
  })
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.check.title')} />
      <p className={styles.text}>{t('choices.check.text')}</p>
      <div className={styles.stack}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            setParams(text.trim() ? { q: text.trim() } : {})
          }}
        >
          <TextInput
            ref={field}
            size="md"
            label={t('choices.check.field')}
            value={text}
            maxLength={300}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="md">
            {t('choices.check.action')}
          </Button>
        </form>
        {error && <ProblemView error={error} />}
        {data && asked && <Answer key={asked} checked={data} />}
        <Log />
      </div>
    </>
  )
}

function Answer({ checked }: { checked: Checked }): ReactElement {
  const { t } = useTranslation()
  const country = useCountry()
  const language = useLanguage()
  const { product, vendor, origin, parent, also, questions, described, asked } = checked
  const isKnown = product !== null || vendor !== null
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <section className={styles.panel} aria-labelledby="whose">
          <h2 id="whose">{product?.name ?? vendor?.name ?? asked}</h2>
          {isKnown ? (
            <>
              <p className={styles.large}>
                <OriginMark origin={origin} />
              </p>
              <p>
                {parent
                  ? t('choices.check.owner', { name: parent.name, country: country(parent.country) })
                  : t('service.parentUnknown')}
              </p>
              {vendor && (
                <p>
                  <Link href={vendorPath(vendor.id)}>{t('service.more', { vendor: vendor.name })}</Link>
                </p>
              )}
            </>
          ) : (
            <p>{t('choices.check.nobody')}</p>
          )}
          {also.length > 0 && (
            <p>
              {t('choices.check.also')}:{' '}
              {also.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <Link href={`/register/check?q=${encodeURIComponent(name)}`}>{name}</Link>
                </span>
              ))}
            </p>
          )}
        </section>
        <section className={styles.panel} aria-labelledby="eight">
          <h2 id="eight">{t('choices.check.questions')}</h2>
          <ol className={own.questions}>
            {questions.map(({ id, text, known }) => (
              <li key={id}>
                {text[language]}
                <span className={styles.sub}>
                  {known ? `${t('choices.check.known')} ${known[language]}` : t('choices.check.ask')}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <div className={styles.stack}>
        <Changing>
          <Decide asked={product?.name ?? vendor?.name ?? asked} />
        </Changing>
        <Alternatives alternatives={described} />
      </div>
    </div>
  )
}

const decisions = ['buy', 'not', 'later'] as const satisfies readonly Decision['decision'][]

function Decide({ asked }: { asked: string }): ReactElement {
  const { t } = useTranslation()
  const [decision, setDecision] = useState<Decision['decision']>('later')
  const [reason, setReason] = useState('')
  const keep = useChange(
    (api, made: Pick<Decision, 'asked' | 'decision' | 'reason'>) => api.decide(made),
    () => {
      setReason('')
      say(t('choices.check.saved'))
    },
  )
  return (
    <section className={styles.panel} aria-labelledby="decide" data-print="no">
      <h2 id="decide">{t('choices.check.decide')}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate({ asked, decision, reason: reason.trim() })
        }}
      >
        <SegmentedControl
          aria-labelledby="decide"
          size="md"
          value={decision}
          data={decisions.map((value) => ({ value, label: t(`choices.check.decision.${value}`) }))}
          onChange={(value) => setDecision(decisions.find((one) => one === value) ?? 'later')}
        />
        <Textarea
          size="md"
          rows={2}
          label={t('choices.check.reason')}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {keep.error && <ProblemView error={keep.error} />}
        <Button type="submit" size="md" loading={keep.isPending}>
          {t('choices.check.save')}
        </Button>
      </form>
    </section>
  )
}

function Log(): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const api = useRegisterApi()
  const language = useLanguage()
  const { data = [] } = useAsked(['decisions'], (api) => api.decisions())
  return (
    <section className={styles.panel} aria-labelledby="log">
      <h2 id="log">{t('choices.check.log')}</h2>
      {data.length === 0 && <p className="soft">{t('choices.check.logNone')}</p>}
      <ul className={styles.rows}>
        {data.map(({ id, asked, decision, reason, createdAt }) => (
          <li key={id}>
            <span>
              {asked}: {t(`choices.check.decision.${decision}`)}
              {reason && <span className={styles.sub}>{reason}</span>}
            </span>
            <span className="soft small">{date(createdAt)}</span>
          </li>
        ))}
      </ul>
      {data.length > 0 && (
        <div data-print="no">
          <LinkButton to={api.decisionsCsv(language)} outside size="md" variant="default">
            {t('choices.check.export')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
