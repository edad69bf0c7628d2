import { Button } from '@mantine/core'
import type { Evidence } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChange } from '../../../api/register-queries.ts'
import { useWorkspace } from '../../../app/workspace.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useMayChange } from '../changing.tsx'
import styles from '../register.module.css'
import { useEvidenceWords } from './evidence-words.ts'

/** What is known from where; a file can be taken away with all that only it showed. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const may = useMayChange()
  const { date, number } = useFormats()
  const { readerName } = useEvidenceWords()
  const [asked, setAsked] = useState<Evidence | null>(null)
  const remove = useChange(
    (api, one: Evidence) => api.removeEvidence(one.id),
    (_, { path }) => {
      setAsked(null)
      say(t('choices.evidence.removed', { name: path }))
    },
  )
  const files = evidence.filter(({ reader }) => reader !== 'manual')
  return (
    <section className={styles.panel} aria-labelledby="evidence">
      <h2 id="evidence">{t('choices.evidence.list')}</h2>
      {files.length === 0 && <p className="soft">{t('choices.evidence.none')}</p>}
      <ul className={styles.rows}>
        {files.map((one) => (
          <li key={one.id}>
            <span>
              <Link href={`/register/evidence/${encodeURIComponent(one.id)}`}>{one.path}</Link>
              <span className={styles.sub}>
                {[
                  readerName(one.reader),
                  t('choices.evidence.records', { count: one.records, n: number(one.records) }),
                  t('choices.evidence.findings', { count: one.findings, n: number(one.findings) }),
                  one.from &&
                    one.to &&
                    t('choices.evidence.period', { from: date(Date.parse(one.from)), to: date(Date.parse(one.to)) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {kind === 'own' && may && (
              <Button
                variant="subtle"
                aria-label={`${t('choices.evidence.remove')}: ${one.path}`}
                onClick={() => setAsked(one)}
              >
                {t('choices.evidence.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.error && <ProblemView error={remove.error} />}
      <Confirm
        opened={asked !== null}
        title={t('choices.evidence.removeTitle', { name: asked?.path ?? '' })}
        action={t('choices.evidence.remove')}
        danger
        busy={remove.isPending}
        onConfirm={() => asked && remove.mutate(asked)}
        onClose={() => setAsked(null)}
      >
        <p>{t('choices.evidence.removeText')}</p>
      </Confirm>
    </section>
  )
}
