import type { MoneyFact } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import styles from './money.module.css'
import { StatusTag } from './status-tag.tsx'

/** Where a fact comes from, how sure it is, and from which day. */
export function FactOrigin({ fact }: { fact: MoneyFact }): ReactElement {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const { given, source, checkedOn, age, status } = fact
  const [, address, words] = /^(https?:\/\/\S+?)(?:: (.*))?$/s.exec(source ?? '') ?? []
  return (
    <span className={styles.origin}>
      {status === null ? <span className="soft">{t(`money.given.${given}`)}</span> : <StatusTag status={status} />}
      {address && (
        <>
          {' '}
          <a href={address} target="_blank" rel="noreferrer noopener">
            {new URL(address).host.replace(/^www\./, '')}
          </a>
        </>
      )}
      {(words ?? (address ? null : source)) && (
        <span className="soft" lang={given === 'book' ? 'en' : undefined}>
          {' '}
          {words ?? source}
        </span>
      )}
      {checkedOn && (
        <span className="soft">
          {' '}
          {given === 'you'
            ? t('money.said', { day: partialDay(checkedOn) })
            : t('money.checked', { day: partialDay(checkedOn), count: Math.max(0, age ?? 0) })}
        </span>
      )}
    </span>
  )
}
