import { Button } from '@mantine/core'
import type { SetApart } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'
import { servicePath } from '../words.ts'

interface Line {
  key: string
  first: SetApart
  /** All traces with these words: each payment is one by itself. */
  ids: string[]
}

/** Traces that were taken from a service, each to be given back. */
export function ApartList(): ReactElement | null {
  const { t } = useTranslation()
  const { data = [] } = useAsked(['apart'], (api) => api.apart())
  const rejoin = useChange((api, { first, ids }: Line) => Promise.all(ids.map((id) => api.rejoin(first.serviceId, id))))
  if (data.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="apart">
      <h2 id="apart">{t('choices.questions.apart')}</h2>
      <p className="soft">{t('choices.questions.apartText')}</p>
      {rejoin.error && <ProblemView error={rejoin.error} />}
      <Changing>
        <ul className={styles.rows}>
          {linesOf(data).map((line) => {
            const { serviceId, name, text, evidence } = line.first
            return (
              <li key={line.key}>
                <span>
                  <Link href={servicePath(serviceId)}>{t('choices.questions.apartLine', { text, name })}</Link>
                  <span className={styles.sub}>
                    {[
                      evidence,
                      line.ids.length > 1 && t('service.times', { count: line.ids.length, n: line.ids.length }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Button
                  variant="subtle"
                  aria-label={`${t('choices.questions.rejoin')}: ${text}`}
                  onClick={() => rejoin.mutate(line)}
                >
                  {t('choices.questions.rejoin')}
                </Button>
              </li>
            )
          })}
        </ul>
      </Changing>
    </section>
  )
}

function linesOf(all: readonly SetApart[]): Line[] {
  const lines = Map.groupBy(all, ({ serviceId, text, evidence }) => `${serviceId} ${evidence} ${text}`)
  return [...lines].flatMap(([key, [first, ...rest]]) =>
    first ? [{ key, first, ids: [first, ...rest].map(({ findingId }) => findingId) }] : [],
  )
}
