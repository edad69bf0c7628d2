import { Button } from '@mantine/core'
import type { Service } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'
import { useLocator, useWhy } from '../words.ts'
import { type Alike, alike } from './alike.ts'

const atFirst = 12

/** Every trace of it: where it stands, why it belongs here, and a way to take it apart. */
export function Findings({ service }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { data: evidence = [] } = useAsked(['evidence'], (api) => api.evidence())
  const paths = new Map(evidence.map(({ id, path, reader }) => [id, reader === 'manual' ? null : path]))
  const rejoin = useChange((api, ids: string[]) => Promise.all(ids.map((id) => api.rejoin(service.id, id))))
  const apart = useChange(
    (api, ids: string[]) => Promise.all(ids.map((id) => api.setApart(service.id, id))),
    (_, ids) => say(t('service.apartDone', { name: service.name }), { undo: () => rejoin.mutate(ids) }),
  )
  // What the supplier said stands by itself: it shows no service.
  const lines = alike(service.findings.filter(({ claim }) => !claim))
  const why = useWhy()
  const folded = service.merged.filter((reason) => /^(?:only service|same payee) of /.test(reason))
  return (
    <section className={styles.panel} aria-labelledby="findings">
      <h2 id="findings">{t('service.findings')}</h2>
      {lines.length > 1 && <p className="soft">{t('service.mergedText')}</p>}
      {folded.map((reason) => (
        <p key={reason} className="soft">
          {why(reason)}.
        </p>
      ))}
      <Changing>
        <ul className={styles.rows}>
          {lines.slice(0, all ? undefined : atFirst).map((line) => (
            <li key={line.key}>
              <Trace line={line} path={paths.get(line.first.evidence) ?? null} />
              {line.first.kind !== 'manual' && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={`${t('service.apart')}: ${line.first.text}`}
                  onClick={() => apart.mutate(line.ids)}
                >
                  {t('service.apart')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Changing>
      {apart.error && <ProblemView error={apart.error} />}
      {!all && lines.length > atFirst && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('register.first.more', { count: lines.length - atFirst })}
          </Button>
        </div>
      )}
    </section>
  )
}

function Trace({ line, path }: { line: Alike; path: string | null }): ReactElement {
  const { t } = useTranslation()
  const { date, euros, number } = useFormats()
  const why = useWhy()
  const place = useLocator()
  const { first, ids, total, from, to } = line
  const day = (text: string): string => date(Date.parse(text))
  const paid = [
    ids.length > 1 && t('service.times', { count: ids.length, n: number(ids.length) }),
    from && to && (from === to ? day(from) : t('choices.evidence.period', { from: day(from), to: day(to) })),
    total !== null && euros(Math.abs(total)),
  ].filter(Boolean)
  return (
    <span>
      {first.text}
      {paid.length > 0 && <span className={styles.sub}>{paid.join(' · ')}</span>}
      <span className={styles.sub}>
        {t(`service.finding.${first.kind}`)}, {t(`register.confidence.${first.confidence}`)}
        {first.kind !== 'manual' && `, ${why(first.why)}`}
        {path && (
          <>
            {', '}
            <Link href={`/register/evidence/${encodeURIComponent(first.evidence)}`}>{path}</Link> (
            {place(first.locator)})
          </>
        )}
      </span>
    </span>
  )
}
