import { Skeleton } from '@mantine/core'
import type { Verdict } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNearest } from '../../api/queries.ts'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { SmallPicture } from '../../parts/small-picture.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from './verdict-page.module.css'

/** The good parts that it resembles most, beside it: what a person compares by eye. */
export function Nearest({ verdict }: { verdict: Verdict }): ReactElement | null {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { base } = useApi()
  const wanted = verdict.frameKept && verdict.recipeId !== null
  const { data, error } = useNearest(verdict.id, wanted)
  // A part that was marked is itself among them: that says nothing.
  const photos = data?.filter(({ photo }) => photo.verdictId !== verdict.id)
  if (!wanted) return null
  return (
    <section className={styles.nearest} aria-labelledby="nearest">
      <h2 id="nearest">{t('work.nearest.title')}</h2>
      <p className="soft small">{t('work.nearest.text')}</p>
      {error && <ProblemView error={error} />}
      {!photos && !error && <Skeleton height={160} />}
      {photos?.length === 0 && <p>{t('work.nearest.none')}</p>}
      {photos && photos.length > 0 && (
        <ul className={styles.row} data-testid="nearest">
          <li>
            <SmallPicture address={`${base}/verdicts/${verdict.id}/picture`} name="" />
            <strong>{t('work.nearest.this')}</strong>
          </li>
          {photos.map(({ photo, distance }) => (
            <li key={photo.id}>
              <SmallPicture address={`${base}/photos/${photo.id}/picture`} name="" />
              <span>{photo.name}</span>
              <span className="soft">{t('work.nearest.distance', { distance: number(distance, 2) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
