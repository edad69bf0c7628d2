import { NumberInput, SegmentedControl } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { Photo, Station, StationSettings } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useStationChange } from '../../station/station-change.ts'
import { Chose } from './chose.tsx'
import { FoundParts } from './found-parts.tsx'
import styles from './locate.module.css'
import { RegionEditor } from './region-editor.tsx'

type Locate = StationSettings['locate']
const modes = ['auto', 'on', 'off'] as const satisfies readonly Locate['mode'][]

/** A row of presses on an arrow key is one change. */
const settleAfter = 400

/** What the station chose about finding parts, and what a person may say of it. */
export function WhereToLook({ station, photos }: { station: Station; photos: Photo[] }): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const { change, error } = useStationChange(station.id)
  const saved = station.settings.locate
  const [draft, setDraft] = useState<Locate | null>(null)
  const locate = draft ?? saved
  const photo = photos[0]

  const save = async (next: Locate): Promise<void> => {
    const before = saved
    await change({ settings: { locate: next } })
    // What was changed meanwhile is not saved yet.
    setDraft((current) => (current === next ? null : current))
    say(t('teach.where.saved'), {
      undo: () => {
        setDraft(null)
        void change({ settings: { locate: before } }).catch(() => undefined)
      },
    })
  }
  const saveSoon = useDebouncedCallback((next: Locate) => void save(next).catch(() => undefined), settleAfter)
  const set = (part: Partial<Locate>): void => {
    const next = { ...locate, ...part }
    setDraft(next)
    saveSoon(next)
  }
  return (
    <details className={styles.where} open={saved.region !== null || saved.ignore.length > 0 || saved.mode !== 'auto'}>
      <summary>{t('teach.where.title')}</summary>
      <div className={styles.body}>
        {station.recipe && <Chose facts={station.recipe.facts} />}
        <FoundParts photos={photos} recipe={station.recipe} />
        <p className="soft">{t('teach.where.text')}</p>
        <div className={styles.mode}>
          <SegmentedControl
            aria-label={t('teach.where.mode.label')}
            value={locate.mode}
            data={modes.map((value) => ({ value, label: t(`teach.where.mode.${value}`) }))}
            onChange={(mode) => set({ mode })}
          />
          <span className="soft small">{t(`teach.where.modeWhy.${locate.mode}`)}</span>
        </div>
        {locate.mode !== 'off' && (
          <NumberInput
            className={styles.exactly}
            size="md"
            label={t('teach.where.exactly')}
            description={t('teach.where.exactlyHint')}
            min={1}
            max={100}
            allowDecimal={false}
            value={locate.exactly ?? ''}
            onChange={(value) => set({ exactly: typeof value === 'number' && value >= 1 ? value : null })}
          />
        )}
        {photo && (
          <RegionEditor
            picture={`${base}/photos/${photo.id}/picture`}
            ratio={photo.width / photo.height}
            regions={locate}
            onChange={({ region, ignore }) => set({ region, ignore: ignore.slice(0, 20) })}
          />
        )}
        {error && <ProblemView error={error} />}
      </div>
    </details>
  )
}
