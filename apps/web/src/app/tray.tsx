import { ActionIcon, Popover, UnstyledButton } from '@mantine/core'
import type { Job } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeJob } from '../api/cache.ts'
import { useJobs, useStations } from '../api/queries.ts'
import { Symbol } from '../parts/icons.tsx'
import { ProgressLine } from '../parts/progress-line.tsx'
import header from './header.module.css'
import styles from './tray.module.css'
import { useApi } from './workspace.ts'

/** Whether a job still has something to do. */
export function isBusy(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running'
}

/** All running work in one place, with how far it is and a way to stop it. Shown while there is any. */
export function Tray(): ReactElement | null {
  const { t } = useTranslation()
  const { data: jobs = [] } = useJobs()
  const [open, setOpen] = useState(false)
  const busy = jobs.filter(isBusy)
  if (busy.length === 0 && !open) return null
  return (
    <Popover opened={open} onChange={setOpen} width={320} position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={header.tool}
          px={8}
          aria-label={t('frame.tray.running', { count: busy.length })}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.pulse} data-busy={busy.length > 0} />
          {busy.length}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.tray} aria-label={t('frame.tray.label')}>
        <h2>{t('frame.tray.title')}</h2>
        {busy.length === 0 && <p className="soft">{t('frame.tray.nothing')}</p>}
        {busy.map((job) => (
          <TrayJob key={job.id} job={job} />
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

function TrayJob({ job }: { job: Job }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const { data: stations } = useStations()
  const cancel = useMutation({
    mutationFn: () => api.cancelJob(job.id),
    onSuccess: (ended) => takeJob(client, api.base, ended),
  })
  const station = stations?.find(({ id }) => id === job.stationId)?.name
  const teaching = station ? t('frame.tray.teach', { station }) : t('frame.tray.teachGone')
  return (
    <div className={styles.job}>
      <div className={styles.words}>
        <strong>{job.kind === 'backup' ? t('frame.tray.backup') : teaching}</strong>
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('frame.tray.stop')}
          title={t('frame.tray.stop')}
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          <Symbol name="stop" />
        </ActionIcon>
      </div>
      <ProgressLine label={t(`frame.tray.step.${job.step}`)} done={job.done} total={job.total} />
    </div>
  )
}
