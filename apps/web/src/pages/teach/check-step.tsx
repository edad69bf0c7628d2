import { Button, NativeSelect, UnstyledButton } from '@mantine/core'
import type { Photo, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeJob } from '../../api/cache.ts'
import { useApi } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { SmallPicture } from '../../parts/small-picture.tsx'
import { useFormats } from '../../texts/format.ts'
import { useChangePhoto } from './change-photo.ts'
import { WhereToLook } from './locate/where-to-look.tsx'
import { PhotoTiles } from './photo-tiles.tsx'
import { enoughPhotos } from './photos-step.tsx'
import { RemarkList } from './remark-list.tsx'
import { countDifferent } from './remarks.ts'
import { compareSizes } from './sizes.ts'
import type { Step } from './step-line.tsx'
import styles from './teach.module.css'
import { Unassigned } from './unassigned.tsx'

interface CheckStepProps {
  station: Station
  photos: Photo[]
  go: (step: Step) => void
}

/** What can be seen about the pile before it is taught: how many, what stands out, and where it should look. */
export function CheckStep({ station, photos, go }: CheckStepProps): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const api = useApi()
  const client = useQueryClient()
  const [product, setProduct] = useState(station.products[0]?.id ?? null)
  const teach = useMutation({
    mutationFn: () => api.teach(station.id, product),
    onSuccess: (job) => {
      takeJob(client, api.base, job)
      go('learn')
    },
  })
  const pile = photos.filter(({ productId }) => station.products.length === 0 || productId === product)
  const good = pile.filter(({ label, leftOut }) => label === 'good' && !leftOut)
  const bad = pile.filter(({ label, leftOut }) => label === 'bad' && !leftOut)
  const out = pile.filter(({ leftOut }) => leftOut)
  const sizes = compareSizes(good)
  const count = good.length
  const different = countDifferent(good)
  const words = ({ width, height }: { width: number; height: number }) => ({
    width: number(width),
    height: number(height),
  })
  const odd = new Set(sizes?.others.map(({ id }) => id))
  const chosen = station.products.find(({ id }) => id === product)
  const amount =
    count === 0
      ? t(chosen ? 'teach.check.none' : 'teach.photos.none')
      : count === 1
        ? t('teach.check.one')
        : t(count < enoughPhotos ? 'teach.check.few' : 'teach.check.enough', { n: number(count) })
  return (
    <section aria-labelledby="step">
      <h2 id="step">{t('teach.check.title')}</h2>
      {station.products.length > 0 && (
        <NativeSelect
          className={styles.product}
          size="md"
          label={t('teach.photos.product')}
          value={product ?? ''}
          data={station.products.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setProduct(event.currentTarget.value)}
        />
      )}
      {chosen && <Unassigned photos={photos} product={chosen} />}
      <ul className={styles.checks}>
        <li data-good={count >= enoughPhotos}>{amount}</li>
        {different < count && <li>{t('teach.check.different', { n: number(different) })}</li>}
        {sizes && (
          <li data-good={odd.size === 0}>
            {odd.size === 0 ? t('teach.check.same', words(sizes.usual)) : t('teach.check.sizes')}
            {odd.size > 0 && <span className="soft"> ({t('teach.check.usual', words(sizes.usual))})</span>}
          </li>
        )}
        {bad.length > 0 && <li data-good="true">{t('teach.check.bad', { count: bad.length })}</li>}
      </ul>
      {pile.length > 0 && <RemarkList photos={pile} />}
      <WhereToLook station={station} photos={good} />
      {count > 0 && <p className={styles.text}>{t('teach.check.look')}</p>}
      <PhotoTiles photos={good} note={(photo) => (odd.has(photo.id) ? t('teach.check.other', words(photo)) : null)} />
      {out.length > 0 && <LeftOut photos={out} />}
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

/** What does not count, each with a way back. */
function LeftOut({ photos }: { photos: Photo[] }): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const { change, error } = useChangePhoto()
  return (
    <>
      <h3 className={styles.outTitle}>{t('teach.check.out', { count: photos.length })}</h3>
      {error && <ProblemView error={error} />}
      <ul className={styles.tiles}>
        {photos.map((photo) => (
          <li key={photo.id} className={styles.tile} data-out="true">
            <SmallPicture address={`${base}/photos/${photo.id}/thumb`} name={photo.name} />
            <UnstyledButton
              className={styles.bin}
              aria-label={t('teach.check.putBack', { name: photo.name })}
              onClick={() => void change(photo, { leftOut: false }).catch(() => undefined)}
            >
              <Symbol name="plus" size={20} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}
