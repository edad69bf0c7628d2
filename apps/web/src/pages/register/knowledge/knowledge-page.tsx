import { Button } from '@mantine/core'
import type { KnowledgeState } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { useWorkspace } from '../../../app/workspace.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useMayChange } from '../changing.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { StatedList } from './stated-list.tsx'
import { UpdatePack } from './update-pack.tsx'

/** Which knowledge is in use, newer knowledge from a file, and what people here stated themselves. */
export function KnowledgePage(): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const may = useMayChange()
  const { data: state, error, refetch } = useAsked(['knowledge'], (api) => api.knowledge())
  return (
    <>
      <RegisterNav />
      <PageHead title={t('knowledge.title')} />
      <p className={styles.text}>{t('knowledge.text')}</p>
      {error && !state && <ProblemView error={error} onRetry={() => void refetch()} />}
      {!state && !error && <PageSkeleton />}
      {state && (
        <div className={styles.stack}>
          <InUse state={state} />
          {kind === 'own' && may && <UpdatePack />}
          {kind !== 'own' && <p className="soft">{t('knowledge.update.sample')}</p>}
          <StatedList />
        </div>
      )}
    </>
  )
}

function InUse({ state: { now, back, alternatives, laws, credits } }: { state: KnowledgeState }): ReactElement {
  const { t } = useTranslation()
  const { date, number, partialDay } = useFormats()
  const may = useMayChange()
  const undo = useChange(
    (api) => api.undoKnowledge(),
    (done) => say(t('knowledge.inUse.backDone', { version: done.now.version })),
  )
  return (
    <section className={styles.panel} aria-labelledby="in-use">
      <h2 id="in-use">{t('knowledge.inUse.title')}</h2>
      <p className={styles.large}>
        {t('knowledge.inUse.version', { version: now.version, day: partialDay(now.made) })}
      </p>
      <p>
        {t('knowledge.inUse.counts', {
          vendors: number(now.vendors),
          alternatives: number(alternatives),
          laws: number(laws),
        })}
        ,{' '}
        {now.installedAt === null
          ? t('knowledge.inUse.shipped')
          : t('knowledge.inUse.installed', { day: date(now.installedAt) })}
      </p>
      <p className="soft small">
        {t('knowledge.inUse.checksum')}: <code className={styles.checksum}>{now.sha256}</code>
      </p>
      {back && may && (
        <div className={styles.buttons}>
          <Button size="md" variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
            {t('knowledge.inUse.back', { version: back.version })}
          </Button>
        </div>
      )}
      {undo.error && <ProblemView error={undo.error} />}
      <details>
        <summary>{t('knowledge.inUse.credits')}</summary>
        <ul className={styles.rows}>
          {credits.map(({ name, licence }) => (
            <li key={name}>
              <span>{name}</span>
              <span className="soft small">{licence}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
