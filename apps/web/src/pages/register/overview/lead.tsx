import type { Service } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Register } from '../../../api/register.ts'
import { Hint } from '../../../parts/hint.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Behind } from '../behind.tsx'
import { OriginMark } from '../origin-mark.tsx'
import registerStyles from '../register.module.css'
import { sharesOf } from '../shares.ts'
import { yearly } from '../words.ts'
import styles from './overview.module.css'

/** One figure, one bar, one sentence; every number opens. `level`: of the heading that the figure is. */
export function Lead({ register, level = 1 }: { register: Register; level?: 1 | 2 }): ReactElement {
  const { t } = useTranslation()
  const { euros, percent } = useFormats()
  const { summary, services } = register
  const shares = sharesOf(summary)
  const Heading = level === 1 ? 'h1' : 'h2'
  const hasCost = summary.costPerYear > 0
  const dearest = services.toSorted((a, b) => (yearly(b) ?? -1) - (yearly(a) ?? -1))
  const from = (wanted: (service: Service) => boolean): Service[] => dearest.filter(wanted)
  return (
    <div className={styles.lead}>
      <Heading className={styles.figure}>
        <Behind title={t('register.behind.cost')} services={dearest} of="cost">
          {hasCost
            ? t('register.lead.cost', { amount: euros(Math.round(summary.costPerYear / 100) * 100) })
            : t('register.lead.noCost', { count: summary.services })}
        </Behind>
      </Heading>
      {shares && (
        <>
          <div className={`${registerStyles.bar} ${styles.bar}`}>
            <span className="unseen">{t('register.lead.bar', named(shares.parts, percent))}</span>
            {shares.parts.map(({ origin, share }) =>
              share > 0 ? <span key={origin} data-origin={origin} style={{ width: `${share * 100}%` }} /> : null,
            )}
          </div>
          <p className={styles.share}>
            <Behind
              title={t('register.behind.outside')}
              services={from(({ origin }) => origin === 'outside')}
              of={shares.of === 'euros' ? 'cost' : 'owner'}
            >
              {t(shares.of === 'euros' ? 'register.lead.share' : 'register.lead.shareCount', {
                share: percent((shares.parts[0]?.percent ?? 0) / 100),
              })}
            </Behind>
          </p>
          <p className={registerStyles.legend} aria-hidden="true">
            {shares.parts.map(({ origin, percent: whole }) => (
              <OriginMark
                key={origin}
                origin={origin}
                text={`${t(`register.origin.${origin}`)} ${percent(whole / 100)}`}
              />
            ))}
          </p>
        </>
      )}
      <p className={styles.sentence}>
        {summary.crucial === 0 ? (
          <span>{t('register.lead.noCrucial')}</span>
        ) : (
          <Behind title={t('register.behind.crucial')} services={from((one) => one.notes.crucial === true)} of="owner">
            {t('register.lead.crucial', { count: summary.crucial, outside: summary.crucialOutside })}
          </Behind>
        )}
        {' · '}
        <Behind title={t('register.behind.coverage')} services={dearest} of="owner">
          {t('register.lead.coverage', {
            share: summary.coverage === null ? t('common.unknown') : percent(summary.coverage),
          })}
        </Behind>{' '}
        <Hint text={t('register.lead.coverageWhy')} />
        {' · '}
        {summary.unknownOwner === 0 ? (
          t('register.lead.allKnown')
        ) : (
          <Behind title={t('register.behind.unknown')} services={from((one) => one.origin === 'unknown')} of="owner">
            {t('register.lead.unknown', { count: summary.unknownOwner })}
          </Behind>
        )}
      </p>
      {hasCost && summary.costUnknown > 0 && (
        <p className="soft">{t('register.lead.costUnknown', { count: summary.costUnknown })}</p>
      )}
    </div>
  )
}

function named(
  parts: { origin: string; percent: number }[],
  percent: (share: number) => string,
): { europe: string; outside: string; unknown: string } {
  const of = (origin: string): string => percent((parts.find((part) => part.origin === origin)?.percent ?? 0) / 100)
  return { europe: of('europe'), outside: of('outside'), unknown: of('unknown') }
}
