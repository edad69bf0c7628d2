import { Button } from '@mantine/core'
import type { Photo } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { takeJob } from '../../api/cache.ts'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import { PhotoTiles } from './photo-tiles.tsx'
import { enoughPhotos } from './photos-step.tsx'
import { compareSizes } from './sizes.ts'
import type { Step } from './step-line.tsx'
import styles from './teach.module.css'

interface CheckStepProps {
  stationId: string
  photos: Photo[]
  go: (step: Step) => void
}

/** What can be seen about the pile before it is taught: how many, which sizes, does everything belong. */
export function CheckStep({ stationId, photos, go }: CheckStepProps): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const api = useApi()
  const client = useQueryClient()
  const teach = useMutation({
    mutationFn: () => api.teach(stationId),
    onSuccess: (job) => {
      takeJob(client, api.base, job)
      go('learn')
    },
  })
  const sizes = compareSizes(photos)
  const count = photos.length
  const words = ({ width, height }: { width: number; height: number }) => ({
    width: number(width),
    height: number(height),
  })
  const odd = new Set(sizes?.others.map(({ id }) => id))
  const amount =
    count === 1
      ? t('teach.check.one')
      : t(count < enoughPhotos ? 'teach.check.few' : 'teach.check.enough', { n: number(count) })
  return (
    <section aria-labelledby="step">
      <h2 id="step">{t('teach.check.title')}</h2>
      <ul className={styles.checks}>
        <li data-good={count >= enoughPhotos}>{amount}</li>
        {sizes && (
          <li data-good={odd.size === 0}>
            {odd.size === 0 ? t('teach.check.same', words(sizes.usual)) : t('teach.check.sizes')}
            {odd.size > 0 && <span className="soft"> ({t('teach.check.usual', words(sizes.usual))})</span>}
          </li>
        )}
        <li data-good="true">{t('teach.check.duplicates')}</li>
      </ul>
      <p className={styles.text}>{t('teach.check.look')}</p>
      <PhotoTiles photos={photos} note={(photo) => (odd.has(photo.id) ? t('teach.check.other', words(photo)) : null)} />
      {teach.error && <ProblemView error={teach.error} />}
      <div className={styles.end}>
        <Button size="lg" variant="default" onClick={() => go('photos')}>
          {t('teach.check.back')}
        </Button>
        <Button size="lg" disabled={count === 0} loading={teach.isPending} onClick={() => teach.mutate()}>
          {t('teach.check.start')}
        </Button>
      </div>
    </section>
  )
}
