import { Button } from '@mantine/core'
import type { Station, Verdict } from '@nabij/base'
import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerdicts } from '../../api/queries.ts'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import styles from './teach.module.css'

const many = 20

/** A simulated line has shown good parts already, and knows that they were good: they can be taught from. */
export function FromLine({
  station,
  onFiles,
}: {
  station: Station
  onFiles: (files: File[]) => void
}): ReactElement | null {
  const { t } = useTranslation()
  const api = useApi()
  const { data: verdicts = [] } = useVerdicts(station.id)
  const good = verdicts.filter(({ frameKept, truth }) => frameKept && truth?.defect === null).slice(0, many)
  const take = useMutation({
    mutationFn: () => Promise.all(good.map((verdict) => pictureOf(api.base, verdict))),
    onSuccess: onFiles,
  })
  if (station.source.kind !== 'simulator') return null
  return (
    <div className={styles.fromLine}>
      <Button
        variant="default"
        size="md"
        loading={take.isPending}
        disabled={good.length === 0}
        onClick={() => take.mutate()}
      >
        {t('teach.photos.fromLine', { count: good.length })}
      </Button>
      {take.error && <ProblemView error={take.error} />}
    </div>
  )
}

async function pictureOf(base: string, { id, seq }: Verdict): Promise<File> {
  const answer = await fetch(`${base}/verdicts/${id}/picture`)
  const type = answer.headers.get('content-type') ?? 'image/jpeg'
  return new File([await answer.blob()], `${seq}.jpg`, { type })
}
