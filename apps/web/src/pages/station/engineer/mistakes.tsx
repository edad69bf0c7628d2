import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useMistakes } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'

/** Verdicts of which a person said that they were wrong, newest first; each opens its verdict. */
export function Mistakes({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const { moment } = useFormats()
  const { base } = useApi()
  const { data, error } = useMistakes(stationId)
  return (
    <section className={`${styles.section} ${styles.wide}`} aria-labelledby="mistakes">
      <h2 id="mistakes">{t('insight.mistakes.title')}</h2>
      {error && <ProblemView error={error} />}
      {data?.length === 0 && <p className="soft">{t('insight.mistakes.none')}</p>}
      <ul className={styles.gallery}>
        {data?.map(({ id, feedback, recordedAt }) => (
          <li key={id} className={styles.image} data-label={feedback?.label}>
            <Link href={`/stations/${stationId}/verdicts/${id}`}>
              <span className={styles.thumb}>
                <SmallPicture address={`${base}/verdicts/${id}/thumb`} name="" />
              </span>
              <strong>{t(feedback?.label === 'good' ? 'insight.mistakes.alarm' : 'insight.mistakes.missed')}</strong>
            </Link>
            <span className="soft">
              {moment(recordedAt)}
              {feedback?.kind && ` · ${feedback.kind}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
