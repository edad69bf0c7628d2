import { Button } from '@mantine/core'
import type { Service } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { useWhy } from '../words.ts'

const atFirst = 12

/** Every trace of it: where it stands, why it belongs here, and a way to take it apart. */
export function Findings({ service }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const why = useWhy()
  const [all, setAll] = useState(false)
  const { data: evidence = [] } = useAsked(['evidence'], (api) => api.evidence())
  const names = new Map(evidence.map(({ id, path, reader }) => [id, reader === 'manual' ? null : path]))
  const rejoin = useChange((api, findingId: string) => api.rejoin(service.id, findingId))
  const apart = useChange(
    (api, findingId: string) => api.setApart(service.id, findingId),
    (_, findingId) => say(t('service.apartDone', { name: service.name }), { undo: () => rejoin.mutate(findingId) }),
  )
  const { findings } = service
  return (
    <section className={styles.panel} aria-labelledby="findings">
      <h2 id="findings">{t('service.findings')}</h2>
      {findings.length > 1 && <p className="soft">{t('service.mergedText')}</p>}
      <ul className={styles.rows}>
        {findings
          .slice(0, all ? undefined : atFirst)
          .map(({ id, evidence: file, kind, text, locator, confidence, why: because }) => {
            const path = names.get(file)
            return (
              <li key={id}>
                <span>
                  {text}
                  <span className={styles.sub}>
                    {t(`service.finding.${kind}`)}, {t(`register.confidence.${confidence}`)}
                    {kind !== 'manual' && `, ${why(because)}`}
                    {path && (
                      <>
                        {', '}
                        <Link href={`/register/evidence/${encodeURIComponent(file)}`}>{path}</Link> ({locator})
                      </>
                    )}
                  </span>
                </span>
                {kind !== 'manual' && (
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-label={`${t('service.apart')}: ${text}`}
                    onClick={() => apart.mutate(id)}
                  >
                    {t('service.apart')}
                  </Button>
                )}
              </li>
            )
          })}
      </ul>
      {!all && findings.length > atFirst && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('register.list.findings', { count: findings.length, n: number(findings.length) })}
        </Button>
      )}
    </section>
  )
}
