import { Skeleton } from '@mantine/core'
import { type ReactElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { usePhotos, useStation } from '../../api/queries.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { AbsentPage } from '../absent-page.tsx'
import { StationTrouble } from '../station/station-trouble.tsx'
import station from '../station/verdict-page.module.css'
import { SampleOnly } from '../stations/sample-only.tsx'
import { CheckStep } from './check-step.tsx'
import { LearnStep } from './learn-step.tsx'
import { PhotosStep } from './photos-step.tsx'
import { isStep, type Step, StepLine } from './step-line.tsx'
import { TryStep } from './try-step.tsx'

/** While somebody takes them with a phone, the desk shows them; in milliseconds. */
const photosComeIn = 2_000

/** Teaching a station its product: photos, check, learn, try; each step has its own address. */
export function TeachPage({ stationId }: { stationId: string }): ReactElement {
  const { kind } = useWorkspace()
  return kind === 'sample' ? <SampleOnly /> : <Teach stationId={stationId} />
}

function Teach({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const { station: known, absent, error } = useStation(stationId)
  const asked = search.get('step')
  const step: Step = isStep(asked) ? asked : 'photos'
  const { data: photos, error: photosError } = usePhotos(stationId, step === 'photos' && photosComeIn)
  const go = useCallback((to: Step, how?: { replace: boolean }): void => setSearch({ step: to }, how), [setSearch])
  if (absent) return <AbsentPage />
  const failed = error ?? photosError
  if (failed) return <ProblemView error={failed} />
  if (!known || !photos) return <Skeleton height={480} />
  const good = photos.filter(({ label }) => label === 'good')
  const back = (
    <Link href={`/stations/${stationId}`} className={station.back}>
      <Symbol name="left" size={16} />
      {known.name}
    </Link>
  )
  return (
    <>
      <PageHead title={t('station.teach')} before={back} />
      <StationTrouble station={known} />
      <StepLine step={step} photos={good.length} taught={known.recipe !== null} onStep={go} />
      {step === 'photos' && <PhotosStep station={known} photos={photos} onNext={() => go('check')} />}
      {step === 'check' && <CheckStep station={known} photos={photos} go={go} />}
      {step === 'learn' && <LearnStep station={known} photos={good} go={go} />}
      {step === 'try' && <TryStep station={known} photos={good} go={go} />}
    </>
  )
}
