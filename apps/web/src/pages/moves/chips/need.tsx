import type { ChipOption } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesAsked } from '../../../api/moves-queries.ts'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import { StatusTag } from '../money/status-tag.tsx'
import styles from './chips.module.css'

/** The answer for one station: the sentence first, then what it rests on, then what could be bought. */
export function Need({ stationId, wanted }: { stationId: string; wanted: number | null }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { number, milliseconds } = useFormats()
  const { data, error, refetch } = useMovesAsked(['chip', stationId, String(wanted)], (api) =>
    api.chipNeed(stationId, wanted),
  )
  if (!data) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  const { ms, canPerSecond, wantedPerSecond } = data
  return (
    <section className={styles.section} aria-labelledby="need">
      <h2 id="need" className={styles.line} data-answer={data.answer} data-testid="need">
        {data.sentence[language]}
      </h2>
      {canPerSecond !== null && wantedPerSecond !== null && (
        <p>
          {t('chips.numbers', {
            can: number(canPerSecond, canPerSecond < 10 ? 1 : 0),
            wanted: number(wantedPerSecond, Number.isInteger(wantedPerSecond) ? 0 : 2),
          })}{' '}
          <span className="soft">({t(`chips.from.${data.wantedFrom}`)})</span>
        </p>
      )}
      {ms && (
        <p className="soft">
          {t('chips.ms', {
            total: milliseconds(ms.total),
            model: milliseconds(ms.model),
            rest: milliseconds(ms.rest),
            pictures: number(ms.pictures),
          })}
        </p>
      )}
      {data.first.length > 0 && (
        <>
          <h3>{t('chips.first')}</h3>
          <ul className={styles.plain}>
            {data.first.map((step) => (
              <li key={step.nl}>{step[language]}</li>
            ))}
          </ul>
        </>
      )}
      {data.options.length > 0 && (
        <details className={styles.more} open={data.answer === 'yes'}>
          <summary>{t('chips.options')}</summary>
          <ul className={styles.options}>
            {data.options.map((option) => (
              <Option key={option.chip.id} option={option} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Option({ option }: { option: ChipOption }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { number, partialDay } = useFormats()
  const watts = option.watts.value
  return (
    <li>
      <h3>
        {option.chip.name} <span className="soft">· {option.chip.maker}</span>
      </h3>
      {option.prices.map((price) => (
        <p key={price.id}>
          {price.name[language]}:{' '}
          <b>
            {price.amount === null
              ? t('chips.noPrice')
              : `${number(Number(price.amount), price.amount.includes('.') ? 2 : 0)} ${price.currency}`}
          </b>{' '}
          <StatusTag status={price.status} />{' '}
          <span className="soft small">{t('chips.seen', { day: partialDay(price.checkedOn) })}</span>
        </p>
      ))}
      {option.prices.length === 0 && <p className="soft">{t('chips.noPrice')}</p>}
      <p>
        {watts
          ? t('chips.watts', {
              low: number(watts.low, watts.low % 1 ? 1 : 0),
              high: number(watts.high, watts.high % 1 ? 1 : 0),
            })
          : t('chips.wattsUnknown')}{' '}
        {watts && <StatusTag status={option.watts.status} />}
      </p>
      {option.speeds.map((speed) => (
        <p key={speed.model + speed.by} className="small">
          {t('chips.speed', { model: speed.model, n: number(speed.perSecond), by: t(`chips.by.${speed.by}`) })}{' '}
          <StatusTag status={speed.status} />
        </p>
      ))}
      {option.unknown.length > 0 && (
        <>
          <p className="small">
            <b>{t('chips.notKnown')}</b>
          </p>
          <ul className={styles.plain}>
            {option.unknown.map((gap) => (
              <li key={gap.nl} className="soft small">
                {gap[language]}
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}
