import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { keys, takeJob } from '../../api/cache.ts'
import { ApiError } from '../../api/problem.ts'
import { useJobs } from '../../api/queries.ts'
import { isBusy } from '../../app/tray.tsx'
import { useApi } from '../../app/workspace.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from './data-page.module.css'

/** Makes a backup, and lists those that are there. */
export function BackupSection(): ReactElement {
  const { t } = useTranslation()
  const { moment, bytes } = useFormats()
  const api = useApi()
  const client = useQueryClient()
  const { data: backups, error } = useQuery({ queryKey: keys.backups(api.base), queryFn: api.backups })
  const { data: jobs = [] } = useJobs()
  const newest = jobs.find(({ kind }) => kind === 'backup')
  const running = newest && isBusy(newest) ? newest : null
  const start = useMutation({ mutationFn: api.backUp, onSuccess: (job) => takeJob(client, api.base, job) })
  const failed = error ?? start.error ?? (newest?.state === 'failed' ? new ApiError(newest.problem) : null)
  const newestFirst = [...(backups ?? [])].sort((a, b) => b.createdAt - a.createdAt)
  const [last] = newestFirst
  return (
    <section className={styles.section} id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{t('data.backup.title')}</h2>
      {backups ? (
        <p className={styles.large}>
          {last ? t('data.backup.last', { moment: moment(last.createdAt) }) : t('data.backup.none')}
        </p>
      ) : (
        !failed && <Skeleton height={28} width="60%" />
      )}
      {running ? (
        <ProgressLine label={t('data.backup.running')} done={running.done} total={running.total} />
      ) : (
        <Button size="lg" loading={start.isPending} onClick={() => start.mutate()}>
          {t('data.backup.now')}
        </Button>
      )}
      {failed && <ProblemView error={failed} />}
      {newestFirst.length > 0 && (
        <ul className={styles.list}>
          {newestFirst.map(({ name, createdAt, bytes: size }) => (
            <li key={name}>
              {t('data.backup.file', { moment: moment(createdAt), bytes: bytes(size) })}
              <LinkButton outside variant="subtle" to={`${api.base}/backups/${encodeURIComponent(name)}/file`}>
                {t('data.backup.download')}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{t('data.backup.advice')}</p>
    </section>
  )
}
