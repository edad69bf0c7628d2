import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/workspace.ts'
import { DropZone } from '../../parts/drop-zone.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'

/** Offers one photo to the station, as software would over HTTP; the verdict appears as any other. */
export function TryPhoto({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const judge = useMutation({ mutationFn: (file: File) => api.judge(stationId, file) })
  return (
    <>
      <DropZone
        compact
        label={t('teach.try.drop')}
        busy={judge.isPending ? t('station.judging') : undefined}
        choose={t('teach.try.choose')}
        camera={t('teach.photos.camera')}
        onFiles={([file]) => file && judge.mutate(file)}
      />
      {judge.error && <ProblemView error={judge.error} />}
    </>
  )
}
