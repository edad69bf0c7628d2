import { Skeleton } from '@mantine/core'
import type { Station, Verdict } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useVerdicts } from '../../api/queries.ts'
import { useApi } from '../../app/workspace.ts'
import { Symbol, VerdictShape } from '../../parts/icons.tsx'
import { SmallPicture } from '../../parts/small-picture.tsx'
import { useSteady } from '../../parts/steady.ts'
import { useFormats } from '../../texts/format.ts'
import { contradicts } from './feedback/word.ts'
import styles from './last-twenty.module.css'

const many = 20
const changeEvery = 1000

/** The last twenty as thumbnails, newest left; each opens its verdict. */
export function LastTwenty({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { data } = useVerdicts(station.id)
  const verdicts = useSteady(data, changeEvery)?.slice(0, many)
  return (
    <section aria-labelledby="last">
      <h2 id="last" className={styles.heading}>
        {t('station.last')}
      </h2>
      {verdicts?.length === 0 && <p className={styles.none}>{t('station.lastNone')}</p>}
      {verdicts ? <Thumbnails verdicts={verdicts} /> : <Skeleton height={88} />}
    </section>
  )
}

/** Small pictures with shape and colour of their verdict. */
export function Thumbnails({ verdicts }: { verdicts: Verdict[] }): ReactElement {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const api = useApi()
  return (
    <ul className={styles.row}>
      {verdicts.map((verdict) => {
        const words = { verdict: t(`common.verdict.${verdict.verdict}`), time: instant(verdict.recordedAt) }
        const { feedback } = verdict
        const open = t('station.open', words)
        return (
          <li key={verdict.id} className={styles.place}>
            <Link
              href={`/stations/${verdict.stationId}/verdicts/${verdict.id}`}
              className={styles.thumbnail}
              data-verdict={verdict.verdict}
              aria-label={feedback ? `${open}. ${t(`work.feedback.said.${feedback.label}`)}` : open}
            >
              {verdict.frameKept && <SmallPicture address={`${api.base}/verdicts/${verdict.id}/thumb`} name="" />}
              {feedback && (
                <span className={styles.said} data-testid="marked">
                  <Symbol name={contradicts(verdict) ? 'cross' : 'check'} size={16} />
                </span>
              )}
              <span className={styles.shape}>
                <VerdictShape verdict={verdict.verdict} size={20} />
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
