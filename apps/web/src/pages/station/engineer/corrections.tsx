import { Button } from '@mantine/core'
import type { Correction } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { takeCorrection } from '../../../api/cache.ts'
import { useCorrections } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'

/** Every word that was given, newest first, each with a way to take back only that one. */
export function Corrections({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const { data, error } = useCorrections(stationId)
  const answer = useMutation({
    mutationFn: ({ id, yes }: { id: string; yes: boolean }) => (yes ? api.applyCorrection(id) : api.undoCorrection(id)),
    onSuccess: (correction, { yes }) => {
      takeCorrection(client, api.base, correction)
      say(t(yes ? 'insight.corrections.state.applied' : 'insight.corrections.undone'))
    },
  })
  const failed = error ?? answer.error
  return (
    <section className={styles.section} aria-labelledby="corrections">
      <h2 id="corrections">{t('insight.corrections.title')}</h2>
      {failed && <ProblemView error={failed} />}
      {data?.length === 0 && <p className="soft">{t('insight.corrections.none')}</p>}
      <ul className={styles.recipes}>
        {data?.map((correction) => (
          <Line
            key={correction.id}
            correction={correction}
            busy={answer.isPending}
            onAnswer={(yes) => answer.mutate({ id: correction.id, yes })}
          />
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  correction: Correction
  busy: boolean
  onAnswer: (yes: boolean) => void
}

function Line({ correction, busy, onAnswer }: LineProps): ReactElement {
  const { t } = useTranslation()
  const { moment } = useFormats()
  const { base } = useApi()
  const { label, kind, at, by, state, verdictId, stationId, photoId, flips } = correction
  return (
    <li className={styles.said}>
      <span className={styles.thumb}>
        <SmallPicture address={`${base}/photos/${photoId}/thumb`} name="" />
      </span>
      <div>
        <strong>{t(`insight.corrections.word.${label}`)}</strong>
        {kind && `: ${kind}`} <span className="soft">{moment(at)}</span>{' '}
        {by && <span className="soft">{t('insight.corrections.by', { name: by })}</span>}
        <p className="soft small">
          {t(`insight.corrections.state.${state}`)}
          {flips.length > 0 && ` · ${t('insight.corrections.flips', { count: flips.length })}`}
          {verdictId && (
            <>
              {' · '}
              <Link href={`/stations/${stationId}/verdicts/${verdictId}`}>{t('insight.corrections.show')}</Link>
            </>
          )}
        </p>
      </div>
      {state === 'asks' && (
        <>
          <Button variant="default" disabled={busy} onClick={() => onAnswer(false)}>
            {t('work.asks.no')}
          </Button>
          <Button disabled={busy} onClick={() => onAnswer(true)}>
            {t('work.asks.yes')}
          </Button>
        </>
      )}
      {state === 'applied' && (
        <Button variant="default" disabled={busy} onClick={() => onAnswer(false)}>
          {t('insight.corrections.undo')}
        </Button>
      )}
    </li>
  )
}
