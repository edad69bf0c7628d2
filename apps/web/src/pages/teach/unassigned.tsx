import { Button } from '@mantine/core'
import type { Photo, Product } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../parts/problem-view.tsx'
import { say } from '../../parts/toasts.tsx'
import { useChangePhoto } from './change-photo.ts'
import styles from './teach.module.css'

/** Photos from before the station knew several products belong to none of them, and teach nothing until they do. */
export function Unassigned({ photos, product }: { photos: Photo[]; product: Product }): ReactElement | null {
  const { t } = useTranslation()
  const { change, error } = useChangePhoto()
  const [busy, setBusy] = useState(false)
  const none = photos.filter(({ productId }) => productId === null)
  const give = async (some: Photo[], productId: string | null): Promise<void> => {
    setBusy(true)
    try {
      for (const photo of some) await change(photo, { productId })
    } finally {
      setBusy(false)
    }
  }
  const giveAll = async (): Promise<void> => {
    const given = none
    await give(given, product.id)
    say(t('teach.check.given', { count: given.length, product: product.name }), {
      undo: () => void give(given, null).catch(() => undefined),
    })
  }
  if (none.length === 0) return null
  return (
    <div className={styles.unassigned}>
      <p>{t('teach.check.unassigned', { count: none.length })}</p>
      <Button variant="default" size="md" loading={busy} onClick={() => void giveAll().catch(() => undefined)}>
        {t('teach.check.give', { product: product.name })}
      </Button>
      {error && <ProblemView error={error} />}
    </div>
  )
}
