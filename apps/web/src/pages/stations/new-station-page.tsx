import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { takeStation } from '../../api/cache.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import styles from './new-station-page.module.css'
import { SampleOnly } from './sample-only.tsx'
import { emptyDraft, faultIn, sourceOf } from './source-draft.ts'
import { SourceFields } from './source-fields.tsx'

/** A name and where the photos come from: one screen, then straight on to the photos. */
export function NewStationPage(): ReactElement {
  const { kind } = useWorkspace()
  const { t } = useTranslation()
  if (kind === 'sample') return <SampleOnly />
  return (
    <>
      <PageHead title={t('stations.new.title')} />
      <NewStation />
    </>
  )
}

function NewStation(): ReactElement {
  const { t } = useTranslation()
  const { api } = useWorkspace()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const [draft, setDraft] = useState(emptyDraft)
  const [tried, setTried] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const sourceField = useRef<HTMLInputElement>(null)
  const create = useMutation({
    mutationFn: () => api.createStation({ name: name.trim(), source: sourceOf(draft) }),
    onSuccess: (station) => {
      takeStation(client, api.base, station)
      navigate(`/stations/${station.id}/teach`)
    },
  })
  const complete = name.trim() !== '' && faultIn(draft) === null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete) create.mutate()
    else (name.trim() === '' ? nameField : sourceField).current?.focus()
  }
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <TextInput
        ref={nameField}
        size="lg"
        label={t('stations.new.name')}
        description={t('stations.new.nameHint')}
        value={name}
        maxLength={80}
        autoComplete="off"
        error={tried && name.trim() === '' ? t('stations.new.nameMissing') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SourceFields draft={draft} tried={tried} onChange={setDraft} field={sourceField} />
      {create.error && <ProblemView error={create.error} />}
      <div className={styles.end}>
        <span className="soft">{t('stations.new.next')}</span>
        <Button type="submit" size="lg" loading={create.isPending}>
          {t('stations.new.create')}
        </Button>
      </div>
    </form>
  )
}
