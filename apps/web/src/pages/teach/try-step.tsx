import { Button, Skeleton } from '@mantine/core'
import type { Photo, Station, Verdict } from '@nabij/base'
import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/workspace.ts'
import { DropZone, FileButton } from '../../parts/drop-zone.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { mapLimitOf } from '../../parts/map-limit.ts'
import { PartPicture } from '../../parts/part-picture.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { PromiseBar } from '../../parts/promise-bar.tsx'
import { VerdictLamp } from '../../parts/verdict-badge.tsx'
import { HeatSlider, useHeatStrength } from '../station/heat-slider.tsx'
import { Blind } from './blind.tsx'
import { Chose } from './locate/chose.tsx'
import { FoundParts } from './locate/found-parts.tsx'
import { Measured } from './measured.tsx'
import { PhotoTiles } from './photo-tiles.tsx'
import { toLookAt } from './remarks.ts'
import type { Step } from './step-line.tsx'
import styles from './teach.module.css'

interface TryStepProps {
  station: Station
  photos: Photo[]
  go: (step: Step) => void
}

/** What the station can promise now, which photos looked odd, and a first photo that it does not know. */
export function TryStep({ station, photos, go }: TryStepProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const judge = useMutation({ mutationFn: (file: File) => api.judge(station.id, file) })
  const take = ([file]: File[]): void => {
    if (file) judge.mutate(file)
  }
  if (!station.recipe) return <NotYet onLearn={() => go('check')} />
  const { facts } = station.recipe
  const taught = photos.filter(({ leftOut }) => !leftOut)
  const odd = toLookAt(photos).flatMap(({ photo, remark }) => (remark.code === 'odd-one-out' ? [photo] : []))
  return (
    <div className={styles.try}>
      <section aria-labelledby="step">
        <h2 id="step">{t('teach.try.title')}</h2>
        <p className={styles.text}>{t('teach.try.text')}</p>
        {judge.data ? (
          <Result verdict={judge.data} station={station} busy={judge.isPending} onFiles={take} />
        ) : (
          <DropZone
            label={t('teach.try.drop')}
            busy={judge.isPending ? t('station.judging') : undefined}
            choose={t('teach.try.choose')}
            camera={t('teach.photos.camera')}
            onFiles={take}
          />
        )}
        {judge.error && <ProblemView error={judge.error} />}
      </section>
      <aside className={styles.promise}>
        <PromiseBar facts={facts} />
        <Measured facts={facts} />
        <Chose facts={facts} />
        <FoundParts photos={taught.filter(({ label }) => label === 'good')} recipe={station.recipe} />
        {odd.length > 0 && (
          <>
            <h2>{t('teach.odd.title')}</h2>
            <p>{t('teach.odd.text')}</p>
            <PhotoTiles photos={odd} />
          </>
        )}
        <Blind />
        <LinkButton to={`/stations/${station.id}`} size="lg" variant={judge.data ? 'filled' : 'default'}>
          {t('teach.try.finish')}
        </LinkButton>
      </aside>
    </div>
  )
}

interface ResultProps {
  verdict: Verdict
  station: Station
  busy: boolean
  onFiles: (files: File[]) => void
}

function Result({ verdict, station, busy, onFiles }: ResultProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const [strength, setStrength] = useHeatStrength()
  return (
    <div className={styles.result} aria-busy={busy}>
      <VerdictLamp verdict={verdict.verdict} />
      {busy ? (
        <Skeleton height={320} />
      ) : (
        <PartPicture
          api={api}
          verdict={verdict}
          alt={verdict.name ?? t('station.picture')}
          strength={strength}
          mapLimit={mapLimitOf(verdict, station)}
          regions
        />
      )}
      <HeatSlider value={strength} onChange={setStrength} />
      <div className={styles.again}>
        <FileButton
          text={t('teach.try.again')}
          accept="image/*"
          multiple={false}
          take={(files) => onFiles([...(files ?? [])])}
        />
      </div>
    </div>
  )
}

function NotYet({ onLearn }: { onLearn: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={styles.learn}>
      <p>{t('teach.try.notYet')}</p>
      <Button size="lg" onClick={onLearn}>
        {t('teach.try.toLearn')}
      </Button>
    </section>
  )
}
