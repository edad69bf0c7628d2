import { Button } from '@mantine/core'
import type { Photo, Station } from '@nabij/base'
import { type ReactElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../../parts/drop-zone.tsx'
import { Symbol } from '../../parts/icons.tsx'
import { FromLine } from './from-line.tsx'
import { PhotoTiles } from './photo-tiles.tsx'
import styles from './teach.module.css'
import { Unused } from './unused.tsx'
import { isOnItsWay, type Upload } from './upload-queue.ts'
import { useUploads } from './uploads.ts'

/** With this many the station can usually promise something worth having. */
export const enoughPhotos = 20

interface PhotosStepProps {
  station: Station
  photos: Photo[]
  onNext: () => void
}

/** Drop, choose or take photos of good parts. */
export function PhotosStep({ station, photos, onNext }: PhotosStepProps): ReactElement {
  const { t } = useTranslation()
  const { uploads, add, clear } = useUploads(station.id)
  const sending = uploads.filter(isOnItsWay)
  const unused = uploads.filter((upload) => !isOnItsWay(upload))
  const few = photos.length > 0 && photos.length < enoughPhotos
  return (
    <section aria-labelledby="step">
      <h2 id="step">{t('teach.photos.title')}</h2>
      <p className={styles.text}>{t('teach.photos.text')}</p>
      <DropZone
        multiple
        compact={photos.length > 0}
        label={t('teach.photos.drop')}
        choose={t('teach.photos.choose')}
        camera={t('teach.photos.camera')}
        onFiles={add}
      >
        {photos.length === 0 && <Symbol name="photos" size={44} />}
      </DropZone>
      <FromLine station={station} onFiles={add} />
      <Unused uploads={unused} onClear={clear} />
      <output className={styles.count}>
        <strong>
          {photos.length === 0 ? t('teach.photos.none') : t('teach.photos.count', { count: photos.length })}
        </strong>
        {few && <span className="soft"> · {t('teach.photos.more', { n: enoughPhotos - photos.length })}</span>}
        {sending.length > 0 && <span className="soft"> · {t('teach.photos.sending', { count: sending.length })}</span>}
      </output>
      <PhotoTiles photos={photos}>
        {sending.map((upload) => (
          <SendingTile key={upload.key} upload={upload} />
        ))}
      </PhotoTiles>
      <div className={styles.end}>
        <Button size="lg" disabled={photos.length === 0 || sending.length > 0} onClick={onNext}>
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
