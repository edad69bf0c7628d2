import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked } from '../../../api/register-queries.ts'
import { useFormats } from '../../../texts/format.ts'
import registerStyles from '../register.module.css'
import { servicePath } from '../words.ts'
import { type Told, together } from './together.ts'

const shown = 8
/** Of many new services at once these are named. */
const named = 3

/** New, gone, dearer, taken over: newest first. */
export function Changes(): ReactElement {
  const { t } = useTranslation()
  const { data: changes = [] } = useAsked(['log'], (api) => api.log())
  return (
    <section className={registerStyles.panel} aria-labelledby="changes">
      <h2 id="changes">{t('register.below.changes')}</h2>
      {changes.length === 0 && <p className="soft">{t('register.below.changesNone')}</p>}
      <ul className={registerStyles.rows}>
        {together(changes)
          .slice(0, shown)
          .map((told) => (
            <Line key={`${told.first.at} ${told.first.kind} ${told.first.serviceId}`} told={told} />
          ))}
      </ul>
    </section>
  )
}

function Line({ told: { first, names } }: { told: Told }): ReactElement {
  const { t } = useTranslation()
  const { date, percent } = useFormats()
  const { kind, serviceId, name, after, share, at, because } = first
  const why = (file: string): string => {
    const [, version] = /^nabij-knowledge (.+)$/.exec(file) ?? []
    if (version) return t('knowledge.stated.logPack', { version })
    return file === 'own statement' ? t('knowledge.stated.log') : t('register.below.because', { file })
  }
  const afterText = after === null ? t('common.unknown') : kind === 'reopened' ? date(Date.parse(after)) : after
  const isMany = names.length > 1
  const text = isMany
    ? t('register.below.together', { count: names.length, names: names.slice(0, named).join(', ') })
    : t(`register.change.${kind}`, {
        name,
        after: afterText,
        share: percent(Math.abs(share ?? 0)),
      })
  return (
    <li>
      <span>
        {kind === 'gone' ? text : <Link href={isMany ? '/register/list' : servicePath(serviceId)}>{text}</Link>}
        {because && <span className={registerStyles.sub}>{why(because)}</span>}
      </span>
      <span className="soft small">{date(at)}</span>
    </li>
  )
}
