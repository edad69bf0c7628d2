import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactElement, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useRegister } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { NothingYet } from '../nothing-yet.tsx'
import { RegisterNav } from '../register-nav.tsx'
import { useSlash } from '../use-slash.ts'
import styles from './list.module.css'
import { groupings, listRows, showings } from './list-rows.ts'
import { ServiceRows } from './service-rows.tsx'

/** Every service: find, filter, put together by owner, country, law or process. */
export function ListPage(): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const field = useSlash()
  const { data, error, refetch } = useRegister()
  const [params, setParams] = useSearchParams()
  const search = params.get('search') ?? ''
  const show = showings.find((name) => name === params.get('show')) ?? 'all'
  const group = groupings.find((name) => name === params.get('group')) ?? 'none'
  const set = (name: string, value: string, usual: string): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === usual) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const wanted = useDeferredValue(search)
  const services = data?.services
  const rows = useMemo(() => listRows(services ?? [], { search: wanted, show, group }), [services, wanted, show, group])
  const count = rows.filter(({ kind }) => kind === 'service').length
  return (
    <>
      <RegisterNav />
      <PageHead title={t('register.nav.list')}>
        <LinkButton to="/register/tick" size="md">
          {t('register.list.add')}
        </LinkButton>
      </PageHead>
      <div className={styles.filters} data-print="no">
        <TextInput
          ref={field}
          type="search"
          size="md"
          label={t('register.list.search')}
          value={search}
          onChange={(event) => set('search', event.currentTarget.value, '')}
        />
        <NativeSelect
          size="md"
          label={t('register.list.show')}
          value={show}
          data={showings.map((value) => ({ value, label: t(`register.list.shows.${value}`) }))}
          onChange={(event) => set('show', event.currentTarget.value, 'all')}
        />
        <NativeSelect
          size="md"
          label={t('register.list.group')}
          value={group}
          data={groupings.map((value) => ({ value, label: t(`register.list.groups.${value}`) }))}
          onChange={(event) => set('group', event.currentTarget.value, 'none')}
        />
      </div>
      {error && !data && <ProblemView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <>
          <p className="soft small">
            <output>{t('register.list.count', { count, n: number(count) })}</output>
            <span className={styles.keys}> · {t('register.list.keys')}</span>
          </p>
          {rows.length > 0 && <ServiceRows rows={rows} group={group} />}
          {rows.length === 0 && (data.services.length === 0 ? <NothingYet /> : <p>{t('register.list.nothing')}</p>)}
        </>
      )}
    </>
  )
}
