import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'

/** Tables whose columns a person pointed out once; each can be asked about again. */
export function KnownColumnsList(): ReactElement | null {
  const { t } = useTranslation()
  const { data = [] } = useAsked(['columns'], (api) => api.knownColumns())
  const forget = useChange(
    (api, id: string) => api.forgetColumns(id),
    () => say(t('evidence.known.forgotten')),
  )
  if (data.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="columns">
      <h2 id="columns">{t('evidence.known.title')}</h2>
      <p className="soft">{t('evidence.known.text')}</p>
      {forget.error && <ProblemView error={forget.error} />}
      <Changing>
        <ul className={styles.rows}>
          {data.map(({ id, header }) => {
            const names = header.split('|').filter(Boolean).join(', ')
            return (
              <li key={id}>
                <span>{names}</span>
                <Button
                  variant="subtle"
                  aria-label={`${t('evidence.known.forget')}: ${names}`}
                  onClick={() => forget.mutate(id)}
                >
                  {t('evidence.known.forget')}
                </Button>
              </li>
            )
          })}
        </ul>
      </Changing>
    </section>
  )
}
