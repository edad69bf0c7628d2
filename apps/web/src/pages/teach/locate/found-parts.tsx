import type { Photo, Recipe } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhotoParts } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { PartOutlines } from '../../../parts/part-outlines.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import styles from './locate.module.css'

/** Enough to see whether it looks at the right thing; each of them takes the box a look. */
const shown = 6

/** What the recipe in use takes for parts on a few photos; nothing where it judges pictures as a whole. */
export function FoundParts({ photos, recipe }: { photos: Photo[]; recipe: Recipe | null }): ReactElement | null {
  const { t } = useTranslation()
  if (!recipe?.facts.locate || photos.length === 0) return null
  return (
    <figure className={styles.found} data-testid="found-parts">
      <figcaption>{t('teach.where.found')}</figcaption>
      <ul>
        {photos.slice(0, shown).map((photo) => (
          <OnePhoto key={photo.id} photo={photo} recipe={recipe} />
        ))}
      </ul>
    </figure>
  )
}

function OnePhoto({ photo, recipe }: { photo: Photo; recipe: Recipe }): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const { data, error } = usePhotoParts(photo.id, recipe)
  const words = data ? t('teach.where.foundIn', { count: data.length }) : t(error ? 'common.unknown' : 'common.loading')
  return (
    <li aria-busy={!data && !error}>
      <div className={styles.foundPicture} style={{ '--ratio': photo.width / photo.height }}>
        <SmallPicture address={`${base}/photos/${photo.id}/thumb`} name="" />
        {data && <PartOutlines parts={data} />}
      </div>
      <span>{photo.name}</span>
      <span className="soft">{words}</span>
    </li>
  )
}
