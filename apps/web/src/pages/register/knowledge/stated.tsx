import { Button } from '@mantine/core'
import type { OwnFact, OwnView, PackFacts } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useMayChange } from '../changing.tsx'
import { FactSource } from '../fact-source.tsx'
import styles from '../register.module.css'
import { useCountry } from '../words.ts'

/** What was stated of one vendor, each with what the knowledge says beside it, and a way back. */
export function Stated({ id, name, own }: { id: string; name: string; own: OwnView }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const value = useStatedValue()
  const may = useMayChange()
  const restate = useChange((api, fact: OwnFact) => {
    const { field, value: said, source, day } = fact
    return api.correct(id, { field, value: said, source, day })
  })
  const takeBack = useChange(
    (api, { field }: OwnFact) => api.uncorrect(id, field),
    (_, fact) => say(t('knowledge.stated.takenBack', { name }), { undo: () => restate.mutate(fact) }),
  )
  const error = takeBack.error ?? restate.error
  return (
    <>
      <ul className={styles.rows}>
        {own.facts.map((fact) => {
          const known = packValue(fact.field, own.pack)
          return (
            <li key={fact.field}>
              <span>
                {t(`knowledge.correct.fields.${fact.field}`)}: <strong>{value(fact.field, fact.value)}</strong>{' '}
                <span className={styles.tag} data-status="own">
                  {t('knowledge.own')}
                </span>
                <span className={styles.sub}>
                  {t('knowledge.stated.from', { source: fact.source, day: date(Date.parse(fact.day)) })}
                </span>
                {own.idle.includes(fact.field) && <span className={styles.sub}>{t('knowledge.stated.idle')}</span>}
                <span className={styles.sub}>
                  {t('knowledge.stated.pack')}: {value(fact.field, known.value)}
                </span>
                <FactSource status={known.status} source={known.source} />
              </span>
              {may && (
                <Button
                  variant="default"
                  aria-label={`${t('knowledge.stated.takeBack')}: ${t(`knowledge.correct.fields.${fact.field}`)}`}
                  onClick={() => takeBack.mutate(fact)}
                >
                  {t('knowledge.stated.takeBack')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {error && <ProblemView error={error} />}
    </>
  )
}

function packValue(field: OwnFact['field'], { country, ultimateParent }: PackFacts) {
  if (field === 'country') return country
  const { value, status, source } = ultimateParent
  const part = { owner: value?.name, 'owner-country': value?.country, control: value?.control }[field]
  return { value: part ?? null, status, source }
}

function useStatedValue(): (field: OwnFact['field'], value: string | null) => string {
  const { t } = useTranslation()
  const country = useCountry()
  return (field, value) => {
    if (value === null) return t('common.unknown')
    if (field === 'country' || field === 'owner-country') return country(value)
    return field === 'control' ? t(`service.control.${value as 'listed'}`) : value
  }
}
