import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Api } from '../api/client.ts'
import { useApi } from '../app/workspace.ts'
import styles from './part-picture.module.css'

const lookEvery = 1000

interface LiveSightProps {
  stationId: string
  until: string
  /** The workspace, when it is not the one that is shown. */
  of?: Api
}

/** What a live source sees now, judged or not; the words that are given stand there until it sees something. */
export function LiveSight({ stationId, until, of }: LiveSightProps): ReactElement {
  const { t } = useTranslation()
  const own = useApi()
  const api = of ?? own
  const { data: sight } = useQuery({
    queryKey: [api.base, 'sight', stationId],
    queryFn: () => api.sight(stationId),
    refetchInterval: lookEvery,
  })
  const picture = sight?.picture
  const show = useCallback(
    (image: HTMLImageElement) => {
      if (!picture) return undefined
      const address = URL.createObjectURL(picture)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [picture],
  )
  if (!picture) return <span>{until}</span>
  return <img ref={show} className={styles.sight} alt={t('station.sight')} />
}
