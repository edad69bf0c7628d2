import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked } from '../../../api/register-queries.ts'
import { useFormats } from '../../../texts/format.ts'
import registerStyles from '../register.module.css'
import { servicePath } from '../words.ts'

const shown = 8

/** New, gone, dearer, taken over: newest first. */
export function Changes(): ReactElement {
  const { t } = useTranslation()
  const { date, percent } = useFormats()
  const { data: changes = [] } = useAsked(['log'], (api) => api.log())
  return (
    <section className={registerStyles.panel} aria-labelledby="changes">
      <h2 id="changes">{t('register.below.changes')}</h2>
      {changes.length === 0 && <p className="soft">{t('register.below.changesNone')}</p>}
      <ul className={registerStyles.rows}>
        {changes.slice(0, shown).map(({ kind, serviceId, name, after, share, at, because }) => {
          const text = t(`register.change.${kind}`, {
            name,
            after: after ?? t('common.unknown'),
            share: percent(Math.abs(share ?? 0)),
          })
          return (
            <li key={`${at} ${kind} ${serviceId}`}>
              <span>
                {kind === 'gone' ? text : <Link href={servicePath(serviceId)}>{text}</Link>}
                {because && (
                  <span className={registerStyles.sub}>{t('register.below.because', { file: because })}</span>
                )}
              </span>
              <span className="soft small">{date(at)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
