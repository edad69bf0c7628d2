import { Button } from '@mantine/core'
import { Control, Exposure, FactStatus, type KnowledgeChange } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormats } from '../../../texts/format.ts'
import { FactSource } from '../fact-source.tsx'
import styles from '../register.module.css'
import { servicePath, useCountry, useLanguage } from '../words.ts'

const atFirst = 30

/** What other knowledge says of what is in use here: before, after, and where it was read. */
export function ChangeList({ changes }: { changes: readonly KnowledgeChange[] }): ReactElement {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={styles.rows}>
        {changes.slice(0, all ? undefined : atFirst).map((change) => (
          <Line key={JSON.stringify([change.kind, change.about, change.what, change.after])} change={change} />
        ))}
      </ul>
      {!all && changes.length > atFirst && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('knowledge.update.more', { count: changes.length })}
        </Button>
      )}
    </>
  )
}

function Line({ change }: { change: KnowledgeChange }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const value = useValue()
  const { kind, name, serviceIds, what, before, after, text, source, own } = change
  const [first] = serviceIds
  const about = kind === 'status' ? t(`knowledge.of.${what === 'country' ? 'country' : 'owner'}`) : text ? null : what
  return (
    <li>
      <span>
        {first ? <Link href={servicePath(first)}>{name}</Link> : name}: {t(`knowledge.kind.${kind}`)}
        {about ? ` ${about}` : ''}
        <span className={styles.sub}>
          {value(kind, before)} → <strong>{value(kind, after)}</strong>
        </span>
        {text && <span className={styles.sub}>{text[language]}</span>}
        {own && <span className={styles.sub}>{t('knowledge.update.keepsOwn')}</span>}
        <FactSource source={source} />
      </span>
    </li>
  )
}

/** A code as words; what is no code stands as it is. */
function useValue(): (kind: KnowledgeChange['kind'], value: string | null) => string {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const country = useCountry()
  return (kind, value) => {
    if (value === null) return kind === 'owner' || kind === 'country' ? t('common.unknown') : t('knowledge.update.none')
    if (kind === 'country' || kind === 'owner-country') return country(value)
    if ((kind === 'retirement' || kind === 'event') && /^\d{4}-/.test(value)) return partialDay(value)
    const [status, control, exposure] = [FactStatus, Control, Exposure].map((shape) => shape.safeParse(value).success)
    if (kind === 'status' && status) return t(`register.status.${value as FactStatus}`)
    if (kind === 'control' && control) return t(`service.control.${value as Control}`)
    if (kind === 'law' && exposure) return t(`service.exposure.${value as Exposure}`)
    return value === '?' ? t('common.unknown') : value
  }
}
