import { Checkbox, NumberInput } from '@mantine/core'
import type { Service, ServiceNotes } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChange, useRegister } from '../../../api/register-queries.ts'
import { Hint } from '../../../parts/hint.tsx'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import registerStyles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { numberIn, useLanguage } from '../words.ts'
import styles from './first.module.css'

/** A row is light, but a thousand building blocks of software are not what a person fills in. */
const most = 150

/** What is vital and what it costs: one row each, kept as soon as it is said. */
export function CostStep(): ReactElement {
  const { t } = useTranslation()
  const { data, error, refetch } = useRegister()
  if (!data) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  const services = data.services.filter(({ kind }) => kind !== 'library').slice(0, most)
  return (
    <>
      <RegisterNav />
      <PageHead title={t('register.first.costTitle')} />
      <p className={registerStyles.text}>{t('register.first.costText')}</p>
      <div className={styles.costHead}>
        <span />
        <span>
          {t('register.first.crucial')} <Hint text={t('register.first.crucialWhy')} />
        </span>
        <span>{t('register.first.month')}</span>
      </div>
      <Changing>
        <ul className={styles.costs}>
          {services.map((service) => (
            <CostRow key={service.id} service={service} />
          ))}
        </ul>
      </Changing>
      <p className={styles.files}>
        <Link href="/register/tick">{t('register.first.back')}</Link>
      </p>
      <div className={styles.foot} data-print="no">
        <span className={styles.count}>{t('register.first.crucialWhy')}</span>
        <LinkButton to="/register" size="md">
          {t('register.first.toFigure')}
        </LinkButton>
      </div>
    </>
  )
}

function CostRow({ service }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const language = useLanguage()
  const { id, name, notes, cost } = service
  const [crucial, setCrucial] = useState(notes.crucial === true)
  const [month, setMonth] = useState<string | number>(notes.costPerMonth === null ? '' : notes.costPerMonth / 100)
  const note = useChange((api, change: Partial<ServiceNotes>) => api.note(id, change))
  const keep = (): void => {
    const euros = numberIn(month)
    const cents = euros === null ? null : Math.round(euros * 100)
    if (cents !== notes.costPerMonth) note.mutate({ costPerMonth: cents })
  }
  const isProven = cost !== null && cost.from !== 'hand'
  return (
    <li className={styles.cost}>
      <span className={styles.name}>{name}</span>
      <Checkbox
        size="md"
        aria-label={`${name}: ${t('register.first.crucial')}`}
        checked={crucial}
        onChange={(event) => {
          const { checked } = event.currentTarget
          setCrucial(checked)
          // Not ticked is "not said", until a person says no on the service's own screen.
          note.mutate({ crucial: checked ? true : null })
        }}
      />
      {isProven ? (
        <span>
          {formats.euros(Math.round(cost.amountMinor / 12))}{' '}
          <span className={registerStyles.sub}>{t(`register.costFrom.${cost.from}`)}</span>
        </span>
      ) : (
        <NumberInput
          size="md"
          aria-label={`${name}: ${t('register.first.month')}`}
          placeholder={t('common.unknown')}
          value={month}
          min={0}
          max={10_000_000}
          decimalScale={2}
          decimalSeparator={language === 'nl' ? ',' : '.'}
          allowNegative={false}
          hideControls
          onChange={setMonth}
          onBlur={keep}
        />
      )}
      {note.error && <ProblemView error={note.error} />}
    </li>
  )
}
