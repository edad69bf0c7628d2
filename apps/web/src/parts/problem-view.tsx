import { Button } from '@mantine/core'
import { type ReactElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/problem.ts'
import { Symbol } from './icons.tsx'
import styles from './problem-view.module.css'

export interface Told {
  title: string
  detail: string
  action: string
  /** Shown small, with a page of its own; null when nothing answered. */
  code: string | null
}

/** What to tell about anything that was thrown, in the reader's language. */
export function useTold(): (error: unknown) => Told {
  const { t } = useTranslation()
  return useCallback(
    (error) => {
      const problem = error instanceof ApiError ? error.problem : null
      // The box names the address that it was asked for; to a reader it is this page that is gone.
      if (problem && problem.code !== 'NABIJ_NOT_FOUND') return problem
      const kind = problem ? 'absent' : error instanceof ApiError ? 'unreachable' : 'broken'
      return {
        title: t(`common.error.${kind}.title`),
        detail: t(`common.error.${kind}.detail`),
        action: t(`common.error.${kind}.action`),
        code: problem?.code ?? null,
      }
    },
    [t],
  )
}

/** An error as a person reads it: what happened, what it means, what to do now; the code small. */
export function ProblemView({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement {
  const { t } = useTranslation()
  const told = useTold()(error)
  return (
    <div className={styles.problem} role="alert">
      <Symbol name="warning" />
      <div className={styles.words}>
        <p className={styles.title}>{told.title}</p>
        {told.detail && <p>{told.detail}</p>}
        {told.action && <p>{told.action}</p>}
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {told.code && <ErrorCode code={told.code} />}
      </div>
    </div>
  )
}

/** The code of an error, small, as the way to its page on the box. */
export function ErrorCode({ code }: { code: string }): ReactElement {
  const { t } = useTranslation()
  const text = t('common.error.code', { code })
  if (!code.startsWith('NABIJ_')) return <p className={styles.code}>{text}</p>
  return (
    <a className={styles.code} href={`/errors/${code}`} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
}
