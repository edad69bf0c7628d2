import type { FactStatus, FactSource as Source } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import styles from './register.module.css'

/** How sure a fact is, and where it was read: address, day, and the words that it rests on. */
export function FactSource({ status, source }: { status?: FactStatus; source: Source | null }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const [, set, within] = /^dataset:(.+?)(?: \((https?:\/\/\S+)\))?$/.exec(source?.address ?? '') ?? []
  return (
    <div className="small">
      {status && (
        <span className={styles.tag} data-status={source?.own ? 'own' : status}>
          {source?.own ? t('knowledge.own') : t(`register.status.${status}`)}
        </span>
      )}{' '}
      {!source && <span className="soft">{t('register.behind.noSource')}</span>}
      {source && (
        <span className="soft">
          {set ? t('service.dataSet', { name: set }) : <Address address={source.address} />}
          {within && (
            <>
              {', '}
              <Address address={within} />
            </>
          )}
          ,{' '}
          {source.own ? date(Date.parse(source.readOn)) : t('service.readOn', { day: date(Date.parse(source.readOn)) })}
          {source.licence ? ` (${source.licence})` : ''}
        </span>
      )}
      {source?.quote && (
        <p className={styles.quote} lang="">
          “{source.quote}”
        </p>
      )}
    </div>
  )
}

/** Only web addresses become a link: what a pack says is not trusted further than that. */
function Address({ address }: { address: string }): ReactElement {
  const { t } = useTranslation()
  if (!/^https?:\/\//.test(address)) return <>{address}</>
  const host = address.replace(/^https?:\/\/(www\.)?/, '').split('/')[0]
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {t('service.source')}: {host}
    </a>
  )
}
