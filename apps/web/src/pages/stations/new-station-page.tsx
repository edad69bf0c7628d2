import { Button, TextInput } from '@mantine/core'
import type { StationSource } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { takeStation } from '../../api/cache.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { type IconName, Symbol } from '../../parts/icons.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import styles from './new-station-page.module.css'
import { SampleOnly } from './sample-only.tsx'

const kinds = ['http', 'folder', 'simulator'] as const satisfies readonly StationSource['kind'][]
type Kind = (typeof kinds)[number]
const icons: Record<Kind, IconName> = { http: 'send', folder: 'folder', simulator: 'belt' }

function sourceOf(kind: Kind, path: string): StationSource {
  if (kind === 'http') return { kind }
  if (kind === 'folder') return { kind, path: path.trim() }
  const seed = Math.floor(Math.random() * 1_000_000)
  return { kind, scene: 'biscuits', seed, perSecond: 2, defectRate: 0.1 }
}

/** What is wrong with a folder as it was typed: the box knows folders from their root on. */
function pathFault(path: string): 'pathMissing' | 'pathPart' | null {
  if (path.trim() === '') return 'pathMissing'
  return /^(\/|[a-z]:[\\/]|\\\\)/i.test(path.trim()) ? null : 'pathPart'
}

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
  const [kind, setKind] = useState<Kind>('http')
  const [path, setPath] = useState('')
  const [tried, setTried] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const pathField = useRef<HTMLInputElement>(null)
  const create = useMutation({
    mutationFn: () => api.createStation({ name: name.trim(), source: sourceOf(kind, path) }),
    onSuccess: (station) => {
      takeStation(client, api.base, station)
      navigate(`/stations/${station.id}/teach`)
    },
  })
  const wrongPath = pathFault(path)
  const complete = name.trim() !== '' && (kind !== 'folder' || wrongPath === null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete) create.mutate()
    else (name.trim() === '' ? nameField : pathField).current?.focus()
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
      <fieldset className={styles.sources}>
        <legend>{t('stations.new.source')}</legend>
        {kinds.map((each) => (
          <label key={each} className={styles.source}>
            <input
              type="radio"
              name="source"
              className="unseen"
              checked={each === kind}
              onChange={() => setKind(each)}
            />
            <Symbol name={icons[each]} size={28} />
            <strong>{t(`stations.new.${each}`)}</strong>
            <span className="soft">{t(`stations.new.${each}Text`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'folder' && (
        <TextInput
          ref={pathField}
          size="lg"
          label={t('stations.new.path')}
          description={t('stations.new.pathHint')}
          value={path}
          autoComplete="off"
          spellCheck={false}
          error={tried && wrongPath ? t(`stations.new.${wrongPath}`) : undefined}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
      )}
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
