import type { DropInRoute, Proportion, RouteComparison, RouteMeter } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesAsked } from '../../../api/moves-queries.ts'
import { Hint } from '../../../parts/hint.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import { BillDrop } from './bill-drop.tsx'
import styles from './compare.module.css'

/** Euros, milliseconds and agreement, cloud and box beside each other. Unknown is written out. */
export function SideBySide({ route, comparison }: { route: DropInRoute; comparison: RouteComparison }): ReactElement {
  const { t } = useTranslation()
  const { milliseconds, number, percent } = useFormats()
  const { data: meter } = useMovesAsked(['meter', route.id], (api) => api.meter(route.id))
  const share = useShare()
  const ms = (value: number | null): string => (value === null ? t('common.unknown') : milliseconds(value))
  const { latency, agreement, judged, kappa, mcnemar, noise } = comparison
  const month = meter?.months[0]
  return (
    <section className={styles.section} aria-labelledby="beside">
      <h2 id="beside">{t('compare.beside')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('compare.what')}</span>
            </th>
            <th scope="col">{t('compare.cloud')}</th>
            <th scope="col">{t('compare.box')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('compare.cost', { month: month?.month ?? t('compare.noMonth') })}</th>
            <td>
              <Exact amount={month?.cost} />
            </td>
            <td>
              {month?.avoided ? (
                <>
                  <Exact amount={month.avoided} /> <span className="soft small">{t('compare.avoided')}</span>
                </>
              ) : (
                t('common.unknown')
              )}
            </td>
          </tr>
          <tr>
            <th scope="row">
              {t('compare.half')} <Hint text={t('compare.halfWhy')} />
            </th>
            <td>{ms(latency.cloud.p50)}</td>
            <td>
              <b>{ms(latency.box.p50)}</b>
            </td>
          </tr>
          <tr>
            <th scope="row">{t('compare.slow')}</th>
            <td>{ms(latency.cloud.p95)}</td>
            <td>{ms(latency.box.p95)}</td>
          </tr>
          <tr>
            <th scope="row">
              {t('compare.right')} <Hint text={t('compare.rightWhy')} />
            </th>
            <td>{share(judged.cloud)}</td>
            <td>{share(judged.box)}</td>
          </tr>
          <tr>
            <th scope="row">
              {t('compare.agree')} <Hint text={t('compare.agreeWhy')} />
            </th>
            <td colSpan={2}>
              <b>{share(agreement)}</b>
            </td>
          </tr>
          <tr>
            <th scope="row">
              {t('compare.noise')} <Hint text={t('compare.noiseWhy')} />
            </th>
            <td colSpan={2}>{share(noise)}</td>
          </tr>
        </tbody>
      </table>
      <p className="soft small">
        {t('compare.kappa', { kappa: kappa === null ? t('common.unknown') : number(kappa, 2) })}{' '}
        {t('compare.mcnemar', {
          cloud: number(mcnemar.onlyCloud),
          box: number(mcnemar.onlyBox),
          p: percent(mcnemar.p, 1),
        })}{' '}
        {(comparison.earlier > 0 || comparison.repeated > 0) &&
          t('compare.leftOut', { earlier: number(comparison.earlier), repeated: number(comparison.repeated) })}
      </p>
      {meter && <Months meter={meter} />}
      <BillDrop routeId={route.id} />
    </section>
  )
}

/** A share with where it may lie: "99,5 % (98,1 – 99,9 %), 398 van de 400". */
function useShare(): (of: Proportion) => string {
  const { t } = useTranslation()
  const { percent, number } = useFormats()
  return ({ share, low, high, yes, n }) =>
    share === null || low === null || high === null
      ? t('common.unknown')
      : t('compare.share', {
          share: percent(share, 1),
          low: percent(low, 1),
          high: percent(high, 1),
          yes: number(yes),
          n: number(n),
        })
}

function Exact({ amount }: { amount: { amount: string; currency: string } | null | undefined }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (!amount) return <>{t('common.unknown')}</>
  return (
    <>
      {number(Number(amount.amount), 2)} {amount.currency}
    </>
  )
}

/** The months of the meter, with what the bill says of each and the difference. */
function Months({ meter }: { meter: RouteMeter }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const { number, percent, partialDay } = useFormats()
  if (meter.months.length === 0) return null
  return (
    <details className={styles.more}>
      <summary>{t('compare.months')}</summary>
      <ul className={styles.months}>
        {meter.months.map((month) => (
          <li key={month.month}>
            <b>{partialDay(month.month)}</b>
            <span>
              {t('compare.calls', { cloud: number(month.cloud), box: number(month.box), failed: number(month.failed) })}
            </span>
            <span>
              {t('compare.metered')}: <Exact amount={month.cost} /> · {t('compare.billed')}:{' '}
              <Exact amount={month.billed} />
              {month.difference !== null &&
                month.share !== null &&
                ` · ${t('compare.difference', { amount: number(Number(month.difference), 2), share: percent(month.share, 1) })}`}
            </span>
            {month.remarks.map((remark) => (
              <span key={remark.nl} className="soft small">
                {remark[language]}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
