import { Button } from '@mantine/core'
import type { Job, Photo, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { keys, takeJob } from '../../api/cache.ts'
import { ApiError } from '../../api/problem.ts'
import { useJobs } from '../../api/queries.ts'
import { isBusy } from '../../app/tray.tsx'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { SmallPicture } from '../../parts/small-picture.tsx'
import type { Step } from './step-line.tsx'
import styles from './teach.module.css'

interface LearnStepProps {
  station: Station
  /** Of good parts. */
  photos: Photo[]
  go: (step: Step, how?: { replace: boolean }) => void
}

/** What the station does while it learns, how far it is, and a way to stop it. */
export function LearnStep({ station, photos, go }: LearnStepProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const { data: jobs } = useJobs()
  const job = jobs?.find(({ kind, stationId }) => kind === 'teach' && stationId === station.id)
  const done = job?.state === 'done'
  useEffect(() => {
    if (!done) return
    // Which photos are odd is known only now.
    const changed = [keys.stations(api.base), keys.photos(api.base, station.id)]
    void Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey }))).then(() =>
      go('try', { replace: true }),
    )
  }, [done, client, api.base, station.id, go])
  const again = useMutation({
    mutationFn: () => api.teach(station.id),
    onSuccess: (fresh) => takeJob(client, api.base, fresh),
  })
  const cancel = useMutation({
    mutationFn: (id: string) => api.cancelJob(id),
    onSuccess: (ended) => takeJob(client, api.base, ended),
  })
  const failed = again.error ?? cancel.error
  return (
    <section className={styles.learn} aria-labelledby="step">
      <h2 id="step">{t(`teach.learn.heading.${job?.state ?? 'none'}`)}</h2>
      {jobs && !job && <p>{t('teach.learn.none')}</p>}
      {job && <Progress job={job} />}
      {job && isBusy(job) && <Seen job={job} photos={photos} />}
      {failed && <ProblemView error={failed} />}
      <div className={styles.end}>
        {job && isBusy(job) && (
          <Button size="lg" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {t('teach.learn.cancel')}
          </Button>
        )}
        {(!job || !isBusy(job)) && !done && photos.length > 0 && (
          // Of several products the check knows which one.
          <Button
            size="lg"
            loading={again.isPending}
            onClick={() => (station.products.length > 0 ? go('check') : again.mutate())}
          >
            {t('teach.learn.again')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** More than this is a carpet, not a picture of how far it is. */
const mostShown = 40

/** The photos themselves, each clear once this step has looked at it. */
function Seen({ job: { step, done, total }, photos }: { job: Job; photos: Photo[] }): ReactElement {
  const { base } = useApi()
  const shown = photos.filter(({ leftOut }) => !leftOut).slice(0, mostShown)
  const seen = step === 'saving' ? shown.length : Math.floor((total === 0 ? 0 : done / total) * shown.length)
  return (
    <ul className={styles.seen} aria-hidden="true" data-testid="seen">
      {shown.map(({ id }, index) => (
        <li key={id} className={styles.tile} data-seen={index < seen}>
          <SmallPicture address={`${base}/photos/${id}/thumb`} name="" />
        </li>
      ))}
    </ul>
  )
}

function Progress({ job }: { job: Job }): ReactElement {
  const { t } = useTranslation()
  if (job.state === 'cancelled') return <p>{t('teach.learn.cancelled')}</p>
  if (job.state === 'failed') return <ProblemView error={new ApiError(job.problem)} />
  return (
    <>
      <ProgressLine label={t(`frame.tray.step.${job.step}`)} done={job.done} total={job.total} />
      <p className="soft">
        {t('teach.learn.minutes')} {t('teach.learn.away')}
      </p>
    </>
  )
}
