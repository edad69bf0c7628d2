import { Button } from '@mantine/core'
import type { Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dropStation } from '../../../api/cache.ts'
import { useApi } from '../../../app/workspace.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import styles from './setup-view.module.css'

/** Removes a station with all that belongs to it, after asking once more. */
export function RemoveStation({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  const words = { station: station.name }
  const remove = useMutation({
    mutationFn: () => api.removeStation(station.id),
    onSuccess: () => {
      navigate('/stations')
      dropStation(client, api.base, station.id)
      say(t('station.remove.done', words))
    },
  })
  return (
    <>
      <Button size="lg" variant="subtle" className={styles.remove} onClick={() => setAsking(true)}>
        {t('station.remove.button')}
      </Button>
      <Confirm
        opened={asking}
        danger
        busy={remove.isPending}
        title={t('station.remove.title', words)}
        action={t('station.remove.confirm')}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('station.remove.text')}</p>
        {remove.error && <ProblemView error={remove.error} />}
      </Confirm>
    </>
  )
}
