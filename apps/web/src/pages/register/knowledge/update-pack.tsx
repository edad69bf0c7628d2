import { Button } from '@mantine/core'
import type { KnowledgeUpdate } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../api/register-queries.ts'
import { DropZone } from '../../../parts/drop-zone.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { ChangeList } from './change-list.tsx'

/** Newer knowledge from a file: first what it changes for this company, then, on a word, in use. */
export function UpdatePack(): ReactElement {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const undo = useChange(
    (api) => api.undoKnowledge(),
    (done) => say(t('knowledge.inUse.backDone', { version: done.now.version })),
  )
  const look = useChange((api, given: File) => api.previewKnowledge(given))
  const use = useChange(
    (api, given: File) => api.updateKnowledge(given),
    (done) => {
      leave()
      say(t('knowledge.update.done', { version: done.now.version }), { undo: () => undo.mutate(undefined) })
    },
  )

  function leave(): void {
    setFile(null)
    look.reset()
    use.reset()
  }

  function take(given: File): void {
    use.reset()
    setFile(given)
    look.mutate(given)
  }

  const error = look.error ?? use.error ?? undo.error
  return (
    <section className={styles.panel} aria-labelledby="update">
      <h2 id="update">{t('knowledge.update.title')}</h2>
      <p className="soft">{t('knowledge.update.text')}</p>
      <DropZone
        label={t('knowledge.update.drop')}
        choose={t('knowledge.update.choose')}
        accept=".json,application/json"
        busy={look.isPending ? t('knowledge.update.looking') : undefined}
        onFiles={([given]) => given && take(given)}
      />
      {error && <ProblemView error={error} />}
      {file && look.data && (
        <>
          <Seen update={look.data} name={file.name} />
          <div className={styles.buttons}>
            <Button size="md" loading={use.isPending} onClick={() => use.mutate(file)}>
              {t('knowledge.update.use', { version: look.data.now.version })}
            </Button>
            <Button size="md" variant="default" disabled={use.isPending} onClick={leave}>
              {t('knowledge.update.leave')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Seen({ update, name }: { update: KnowledgeUpdate; name: string }): ReactElement {
  const { t } = useTranslation()
  const { number, partialDay } = useFormats()
  const { now, before, vendors, changes } = update
  return (
    <>
      <h3>{name}</h3>
      <p>
        {t('knowledge.update.versions', { before: before.version, now: now.version, day: partialDay(now.made) })};{' '}
        {t('knowledge.update.vendors', {
          added: number(vendors.added),
          gone: number(vendors.gone),
          changed: number(vendors.changed),
        })}
      </p>
      <p className="soft small">
        {t('knowledge.inUse.checksum')}: <code className={styles.checksum}>{now.sha256}</code>
      </p>
      <h3>
        {changes.length === 0
          ? t('knowledge.update.forYou_zero')
          : t('knowledge.update.forYou', { count: changes.length })}
      </h3>
      <ChangeList changes={changes} />
    </>
  )
}
