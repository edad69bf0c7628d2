import { useMutation } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/workspace.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { FileButton } from '../../parts/drop-zone.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { sayAfterLoad } from '../../parts/toasts.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from './data-page.module.css'

/** Puts a backup back, after saying what will happen. */
export function RestoreSection(): ReactElement {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const api = useApi()
  const [archive, setArchive] = useState<File | null>(null)
  // All that was on the page belongs to what was there before: the page is loaded anew.
  const restore = useMutation({
    mutationFn: api.restore,
    onSuccess: () => {
      sayAfterLoad(t('data.restore.done'))
      location.assign('/')
    },
  })
  return (
    <section className={styles.section} aria-labelledby="restore">
      <h2 id="restore">{t('data.restore.title')}</h2>
      <p>{t('data.restore.text')}</p>
      <FileButton
        text={t('data.restore.choose')}
        accept=""
        multiple={false}
        take={(files) => {
          restore.reset()
          setArchive(files?.[0] ?? null)
        }}
      />
      <Confirm
        opened={archive !== null}
        title={t('data.restore.confirmTitle', { name: archive?.name ?? '' })}
        action={t('data.restore.confirm')}
        busy={restore.isPending}
        onConfirm={() => archive && restore.mutate(archive)}
        onClose={() => setArchive(null)}
      >
        <p>{t('data.restore.what', { bytes: bytes(archive?.size ?? 0) })}</p>
        <p>{t('data.restore.kept')}</p>
        <p>{restore.isPending ? t('data.restore.busy') : t('data.restore.stops')}</p>
        {restore.error && <ProblemView error={restore.error} />}
      </Confirm>
    </section>
  )
}
