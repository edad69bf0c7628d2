import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { Europe } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Register, RegisterSettings } from '../../../api/register.ts'
import { useAsked, useChange, useRegister } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import { TimeLine } from '../overview/time-line.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath } from '../words.ts'
import own from './choices.module.css'

/** Your own goal, how far you are by what was measured, and what brings you closer. */
export function PathPage(): ReactElement {
  const { t } = useTranslation()
  const { data: register, error } = useRegister()
  const { data: settings } = useAsked(['settings'], (api) => api.settings())
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.path.title')} />
      <p className={styles.text}>{t('choices.path.text')}</p>
      {error && !register && <ProblemView error={error} />}
      {(!register || !settings) && !error && <PageSkeleton />}
      {register && settings && (
        <div className={styles.columns}>
          <div className={styles.stack}>
            <Progress register={register} settings={settings} />
            <Moves register={register} />
            <Gone register={register} />
          </div>
          <Changing>
            <Settings key={JSON.stringify(settings)} settings={settings} />
          </Changing>
        </div>
      )}
    </>
  )
}

function Progress({ register, settings }: { register: Register; settings: RegisterSettings }): ReactElement {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const { state, done, elapsed, neededPerYear } = register.path
  return (
    <section className={styles.panel} aria-labelledby="progress">
      <h2 id="progress">{settings.goal ? `${settings.goal.year}: ${settings.goal.text}` : t('choices.path.howFar')}</h2>
      <p className={own.result}>{t(`choices.path.state.${state}`)}</p>
      {done !== null && elapsed !== null && (
        <p>{t('choices.path.done', { done: percent(done), elapsed: percent(elapsed) })}</p>
      )}
      {neededPerYear !== null && <p>{t('choices.path.needed', { n: number(neededPerYear, 1) })}</p>}
      <TimeLine snapshots={register.snapshots} goal={settings.goal} />
    </section>
  )
}

function Moves({ register }: { register: Register }): ReactElement {
  const { t } = useTranslation()
  const wanted = register.services.filter(({ notes, origin }) => notes.crucial === true && origin === 'outside')
  return (
    <section className={styles.panel} aria-labelledby="moves">
      <h2 id="moves">{t('choices.path.moves')}</h2>
      {wanted.length === 0 && <p className="soft">{t('choices.path.movesNone')}</p>}
      <ul className={styles.rows}>
        {wanted.map(({ id, name }) => (
          <li key={id}>
            <Link href={servicePath(id)}>{name}</Link>
            <Link href={`${servicePath(id)}/exit`}>
              {t('choices.path.plan')}
              <span className="unseen">: {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was left, and what evidence shows no more: proven, not typed in. */
function Gone({ register: { gone } }: { register: Register }): ReactElement | null {
  const { t } = useTranslation()
  const { date } = useFormats()
  if (gone.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="gone">
      <h2 id="gone">{t('choices.path.gone')}</h2>
      <ul className={styles.rows}>
        {gone.map(({ id, name, on }) => (
          <li key={id}>
            <Link href={`${servicePath(id)}/exit`}>{name}</Link>
            {on && <span className="soft small">{date(Date.parse(on))}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const europes = ['eu', 'eea', 'eea-ch', 'eea-ch-uk'] as const satisfies readonly Europe[]

function Settings({ settings }: { settings: RegisterSettings }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(settings.goal?.text ?? '')
  const [year, setYear] = useState<number | string>(settings.goal?.year ?? '')
  const [reviewOn, setReviewOn] = useState(settings.reviewOn ?? '')
  const [company, setCompany] = useState(settings.company ?? '')
  const [domains, setDomains] = useState(settings.domains.join(', '))
  const [europe, setEurope] = useState<Europe>(settings.europe)
  const undo = useChange((api, before: Partial<RegisterSettings>) => api.changeSettings(before))
  const change = useChange(
    (api, what: Partial<RegisterSettings>) => api.changeSettings(what),
    (_, what) => {
      const before = Object.fromEntries(
        Object.keys(what).map((name) => [name, settings[name as keyof RegisterSettings]]),
      )
      say(t('choices.path.saved'), { undo: () => undo.mutate(before) })
    },
  )
  const save = (): void =>
    change.mutate({
      goal: typeof year === 'number' ? { year, text: text.trim() || t('choices.path.goalExample') } : null,
      reviewOn: reviewOn || null,
      company: company.trim() || null,
      domains: domains
        .split(/[\s,;]+/)
        .map((domain) => domain.trim().toLowerCase())
        .filter(Boolean),
      europe,
    })
  return (
    <section className={styles.panel} aria-labelledby="goal" data-print="no">
      <h2 id="goal">{t('choices.path.goal')}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput
          size="md"
          label={t('choices.path.goalText')}
          placeholder={t('choices.path.goalExample')}
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NumberInput
          size="md"
          label={t('choices.path.year')}
          placeholder="2031"
          required={text.trim() !== ''}
          withAsterisk={false}
          value={year}
          min={2000}
          max={2100}
          allowDecimal={false}
          hideControls
          onChange={setYear}
        />
        <p className="soft small">{t('choices.path.bank')}</p>
        <TextInput
          size="md"
          type="date"
          label={t('choices.path.review')}
          value={reviewOn}
          onChange={(event) => setReviewOn(event.currentTarget.value)}
        />
        <h3>{t('choices.path.settings')}</h3>
        <NativeSelect
          size="md"
          label={t('choices.path.europe')}
          value={europe}
          data={europes.map((value) => ({ value, label: t(`choices.path.europes.${value}`) }))}
          onChange={(event) => setEurope(europes.find((value) => value === event.currentTarget.value) ?? 'eea')}
        />
        <TextInput
          size="md"
          label={t('choices.path.company')}
          value={company}
          maxLength={200}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          label={t('choices.path.domains')}
          value={domains}
          onChange={(event) => setDomains(event.currentTarget.value)}
        />
        {change.error && <ProblemView error={change.error} />}
        <Button type="submit" size="md" loading={change.isPending}>
          {t('choices.path.save')}
        </Button>
      </form>
    </section>
  )
}
