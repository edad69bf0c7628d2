import { Button } from '@mantine/core'
import type { Station } from '@nabij/base'
import { useMutation } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { collectGoodParts } from './collect-good-parts.ts'
import styles from './teach.module.css'

const many = 20

/** A simulated line can be asked for good parts only: photos to teach from, without a camera. */
export function FromLine({
  station,
  onFiles,
}: {
  station: Station
  onFiles: (files: File[]) => void
}): ReactElement | null {
  const { t } = useTranslation()
  const api = useApi()
  const [done, setDone] = useState(0)
  const left = useRef(new AbortController())
  useEffect(() => {
    const leaving = new AbortController()
    left.current = leaving
    return () => leaving.abort()
  }, [])
  const collect = useMutation({
    mutationFn: () => collectGoodParts(api, station, many, setDone, left.current.signal),
    onSuccess: onFiles,
  })
  if (station.source.kind !== 'simulator') return null
  return (
    <div className={styles.fromLine}>
      <Button variant="default" size="md" disabled={collect.isPending} onClick={() => collect.mutate()}>
        {collect.isPending
          ? t('teach.photos.fromLineBusy', { done, n: many })
          : t('teach.photos.fromLine', { n: many })}
      </Button>
      <span className="soft small">{t('teach.photos.fromLineText')}</span>
      {collect.error && <ProblemView error={collect.error} />}
    </div>
  )
}
