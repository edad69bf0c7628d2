import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import type { Photo, Station } from '@nabij/base'
import { type ReactElement, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { DropZone } from '../../parts/drop-zone.tsx'
import { Symbol } from '../../parts/icons.tsx'
import { FromLine } from './from-line.tsx'
import { HereCamera } from './here-camera.tsx'
import { PhotoTiles } from './photo-tiles.tsx'
import styles from './teach.module.css'
import { Unused } from './unused.tsx'
import { isOnItsWay, type Upload } from './upload-queue.ts'
import { useUploads } from './uploads.ts'
import { WithPhone } from './with-phone.tsx'

/** With this many the station can usually promise something worth having. */
export const enoughPhotos = 20

interface PhotosStepProps {
  station: Station
  photos: Photo[]
  onNext: () => void
}

/** Drop, choose or take photos: of good parts, and of bad ones when there are any. */
export function PhotosStep({ station, photos, onNext }: PhotosStepProps): ReactElement {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const label = search.get('show') === 'bad' ? 'bad' : 'good'
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const product = chosen ?? station.products[0]?.id ?? null
  const shown = { label, kind: label === 'bad' ? kind.trim() || null : null, product } as const
  const { uploads, add, clear } = useUploads(station.id, shown)
  const sending = uploads.filter(isOnItsWay)
  const unused = uploads.filter((upload) => !isOnItsWay(upload))
  const good = photos.filter((photo) => photo.label === 'good')
  const bad = photos.filter((photo) => photo.label === 'bad')
  const here = label === 'good' ? good : bad
  const few = good.length > 0 && good.length < enoughPhotos
  return (
    <section aria-labelledby="step">
      <h2 id="step">{t(label === 'good' ? 'teach.photos.title' : 'teach.photos.badTitle')}</h2>
      <p className={styles.text}>{t(label === 'good' ? 'teach.photos.text' : 'teach.photos.badText')}</p>
      <div className={styles.what}>
        <SegmentedControl
          size="md"
          aria-label={t('teach.photos.label.label')}
          value={label}
          data={(['good', 'bad'] as const).map((value) => ({ value, label: t(`teach.photos.label.${value}`) }))}
          onChange={(value) => setSearch({ step: 'photos', show: value }, { replace: true })}
        />
        {station.products.length > 0 && (
          <NativeSelect
            size="md"
            label={t('teach.photos.product')}
            value={product ?? ''}
            data={station.products.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {label === 'bad' && (
          <TextInput
            size="md"
            label={t('teach.photos.kind')}
            placeholder={t('teach.photos.kindHint')}
            maxLength={60}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        )}
      </div>
      <DropZone
        multiple
        compact={here.length > 0}
        label={t('teach.photos.drop')}
        choose={t('teach.photos.choose')}
        camera={t('teach.photos.camera')}
        onFiles={add}
      >
        {here.length === 0 && <Symbol name="photos" size={44} />}
      </DropZone>
      <div className={styles.ways}>
        <HereCamera onFiles={add} />
        <WithPhone station={station} />
      </div>
      {label === 'good' && <FromLine station={station} onFiles={add} />}
      <Unused uploads={unused} onClear={clear} />
      <output className={styles.count}>
        <strong>{good.length === 0 ? t('teach.photos.none') : t('teach.photos.count', { count: good.length })}</strong>
        {few && <span className="soft"> · {t('teach.photos.more', { n: enoughPhotos - good.length })}</span>}
        {bad.length > 0 && <span> · {t('teach.photos.badCount', { count: bad.length })}</span>}
        {sending.length > 0 && <span className="soft"> · {t('teach.photos.sending', { count: sending.length })}</span>}
      </output>
      <PhotoTiles photos={here} note={(photo) => photo.kind}>
        {sending.map((upload) => (
          <SendingTile key={upload.key} upload={upload} />
        ))}
      </PhotoTiles>
      <div className={styles.end}>
        <Button size="lg" disabled={good.length === 0 || sending.length > 0} onClick={onNext}>
          {t('teach.photos.next')}
        </Button>
      </div>
    </section>
  )
}

/** A photo on its way: the picture from this computer, and how much of it has been sent. */
function SendingTile({ upload }: { upload: Upload }): ReactElement {
  const { file, share } = upload
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(file)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  return (
    <li className={styles.tile} data-sending="true">
      <img ref={show} alt={file.name} />
      <span className={styles.sent} style={{ width: `${share * 100}%` }} />
    </li>
  )
}
