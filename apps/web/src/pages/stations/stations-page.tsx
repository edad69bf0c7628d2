import { TextInput } from '@mantine/core'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useStations } from '../../api/queries.ts'
import { isTyping } from '../../app/keyboard.tsx'
import { useWorkspace } from '../../app/workspace.ts'
import { Example } from '../../parts/example.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { CardSkeleton, ExampleCard, StationCard } from './station-card.tsx'
import styles from './stations-page.module.css'

/** With more than this the cards are smaller. */
const many = 12

/** From this many on, a wall needs a way to find one. */
const searchFrom = 5

/** The wall: a card for each station. */
export function StationsPage(): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const { data: stations, error, refetch } = useStations()
  const [params, setParams] = useSearchParams()
  const search = params.get('search') ?? ''
  const setSearch = (text: string): void => setParams(text === '' ? {} : { search: text }, { replace: true })
  const found = stations?.filter(({ name }) => name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()))
  return (
    <>
      <PageHead title={t('stations.title')}>
        {stations && stations.length >= searchFrom && <Search value={search} onChange={setSearch} />}
        {kind === 'own' && (
          <LinkButton to="/stations/new" size="md">
            {t('stations.add')}
          </LinkButton>
        )}
      </PageHead>
      {error && !stations && <ProblemView error={error} onRetry={() => void refetch()} />}
      {stations?.length === 0 && <EmptyWall />}
      {found?.length === 0 && search && <p className="soft">{t('stations.searchNone')}</p>}
      <div className={styles.wall} data-wide data-many={(stations?.length ?? 0) > many}>
        {!stations && !error && [1, 2, 3].map((place) => <CardSkeleton key={place} />)}
        {found?.map((station) => (
          <StationCard key={station.id} station={station} />
        ))}
      </div>
    </>
  )
}

function Search({ value, onChange }: { value: string; onChange: (text: string) => void }): ReactElement {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event)) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <TextInput
      ref={field}
      type="search"
      size="md"
      aria-label={t('stations.search')}
      placeholder={t('stations.search')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function EmptyWall(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={styles.empty}>
      <h2>{t('stations.empty.title')}</h2>
      <p>{t('stations.empty.text')}</p>
      <Example>
        <ExampleCard />
      </Example>
    </div>
  )
}
