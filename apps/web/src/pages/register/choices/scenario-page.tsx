import { NativeSelect, NumberInput } from '@mantine/core'
import type { Scenario } from '@nabij/base'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegister, useRegisterApi, useRegisterKey } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { NothingYet } from '../nothing-yet.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { useCountry, useLanguage } from '../words.ts'
import own from './choices.module.css'
import { kinds, type ScenarioDraft, scenarioOf, uses } from './scenario-draft.ts'
import { ScenarioOutcome } from './scenario-outcome.tsx'

const usual: ScenarioDraft = { kind: 'price-rise', percent: 10, vendorId: '', serviceId: '', country: 'US', days: 90 }
const countries = ['US', 'CN', 'GB', 'IN', 'IL', 'CA', 'AU', 'JP', 'RU']

/** What would it cost, and what would stop: worked out at once, nothing changes. */
export function ScenarioPage(): ReactElement {
  const { t } = useTranslation()
  const country = useCountry()
  const language = useLanguage()
  const api = useRegisterApi()
  const { data: register, error: broken } = useRegister()
  const [draft, setDraft] = useState(usual)
  const scenario = scenarioOf(draft)
  const { data, error } = useQuery({
    queryKey: useRegisterKey('scenario', JSON.stringify(scenario)),
    queryFn: () => api.scenario(scenario as Scenario),
    enabled: scenario !== null,
    placeholderData: keepPreviousData,
  })
  const set = (change: Partial<ScenarioDraft>): void => setDraft((known) => ({ ...known, ...change }))
  const has = (field: keyof ScenarioDraft): boolean => uses[draft.kind].has(field)
  const vendors = [
    ...new Map(register?.services.flatMap(({ vendor }) => (vendor ? [[vendor.id, vendor.name] as const] : []))),
  ].sort((a, b) => a[1].localeCompare(b[1]))
  if (!register && !broken) return <PageSkeleton />
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.scenario.title')} />
      <p className={styles.text}>{t('choices.scenario.text')}</p>
      {broken && <ProblemView error={broken} />}
      <div className={own.scenario}>
        <form className={styles.form} onSubmit={(event) => event.preventDefault()} data-print="no">
          <NativeSelect
            size="md"
            label={t('choices.scenario.kind')}
            value={draft.kind}
            data={kinds.map((value) => ({ value, label: t(`choices.scenario.kinds.${value}`) }))}
            onChange={(event) =>
              set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'price-rise' })
            }
          />
          {has('percent') && (
            <NumberInput
              size="md"
              label={t('choices.scenario.share')}
              value={draft.percent}
              min={draft.kind === 'levy' ? 0 : -100}
              max={1000}
              decimalSeparator={language === 'nl' ? ',' : '.'}
              suffix=" %"
              onChange={(value) => typeof value === 'number' && set({ percent: value })}
            />
          )}
          {has('vendorId') && (
            <NativeSelect
              size="md"
              label={t('choices.scenario.vendor')}
              value={draft.vendorId}
              data={[
                { value: '', label: draft.kind === 'price-rise' ? t('choices.scenario.allVendors') : '…' },
                ...vendors.map(([value, label]) => ({ value, label })),
              ]}
              onChange={(event) => set({ vendorId: event.currentTarget.value })}
            />
          )}
          {has('serviceId') && (
            <NativeSelect
              size="md"
              label={t('choices.scenario.service')}
              value={draft.serviceId}
              data={[
                { value: '', label: '…' },
                ...(register?.services ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => set({ serviceId: event.currentTarget.value })}
            />
          )}
          {has('country') && (
            <NativeSelect
              size="md"
              label={t('choices.scenario.country')}
              value={draft.country}
              data={countries.map((value) => ({ value, label: country(value) }))}
              onChange={(event) => set({ country: event.currentTarget.value })}
            />
          )}
          {has('days') && (
            <NumberInput
              size="md"
              label={t('choices.scenario.days')}
              value={draft.days}
              min={0}
              max={3650}
              allowDecimal={false}
              onChange={(value) => typeof value === 'number' && set({ days: value })}
            />
          )}
        </form>
        <div aria-live="polite">
          {error && <ProblemView error={error} />}
          {register?.services.length === 0 && <NothingYet />}
          {data && scenario && register?.services.length !== 0 && <ScenarioOutcome result={data} />}
        </div>
      </div>
    </>
  )
}
