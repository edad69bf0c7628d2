import { Button } from '@mantine/core'
import type { Finding } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../../../parts/drop-zone.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { useEvidenceWords } from './evidence-words.ts'
import { TableColumns } from './table-columns.tsx'
import { faultsIn, tableTrouble } from './table-trouble.ts'
import { type Drop, type Drops, useDrops } from './use-drops.ts'

/** Where files are dropped; of each is shown what would be kept and what thrown away, before anything is kept. */
export function DropEvidence(): ReactElement {
  const { t } = useTranslation()
  const drops = useDrops()
  return (
    <>
      <DropZone
        label={t('choices.evidence.drop')}
        choose={t('choices.evidence.choose')}
        accept=""
        multiple
        onFiles={drops.take}
      />
      <p className="soft small">{t('choices.evidence.privacy')}</p>
      {drops.drops.map((drop) => (
        <Dropped key={drop.key} drop={drop} drops={drops} />
      ))}
    </>
  )
}

function Dropped({ drop, drops }: { drop: Drop; drops: Drops }): ReactElement {
  const { t } = useTranslation()
  const { percent } = useFormats()
  const [isRead, setIsRead] = useState(true)
  const { file, state, share, read, columns, error } = drop
  const [table] = read?.tables ?? []
  const trouble = table && tableTrouble(read)
  const add = async (): Promise<void> => {
    // What was only proposed becomes what a person confirmed.
    const confirmed = columns ?? (table?.from === 'content' ? table.columns : undefined)
    const done = await drops.add({ ...drop, columns: confirmed })
    if (!done) return
    const count = done.evidence.reduce((sum, { findings }) => sum + findings, 0)
    say(t('choices.evidence.added', { name: file.name, count }))
  }
  const isBusy = state === 'looking' || state === 'adding'
  return (
    <section className={styles.panel} aria-label={file.name}>
      <h2>{file.name}</h2>
      {state === 'failed' && <ProblemView error={error} />}
      {isBusy && (
        <output>
          {t(state === 'looking' ? 'choices.evidence.looking' : 'choices.evidence.reading', {
            name: file.name,
            share: percent(share),
          })}
        </output>
      )}
      {table && (
        <TableColumns
          table={table}
          faults={faultsIn(read)}
          busy={isBusy}
          onChange={setIsRead}
          onRead={(chosen) => {
            setIsRead(true)
            drops.lookBy(drop, chosen)
          }}
        />
      )}
      {state === 'seen' && read && isRead && <Preview read={read} />}
      {state === 'seen' && isRead && trouble && <output>{t(`evidence.table.${trouble}`)}</output>}
      <div className={styles.buttons}>
        {state === 'seen' && isRead && trouble !== 'missing' && trouble !== 'allFault' && (
          <Button size="md" onClick={() => void add()}>
            {t('choices.evidence.add')}
          </Button>
        )}
        <Button size="md" variant="default" onClick={() => drops.leave(drop)}>
          {t(isBusy ? 'choices.evidence.stop' : 'choices.evidence.leave')}
        </Button>
      </div>
      {table && table.from !== 'names' && <p className="soft small">{t('evidence.table.remember')}</p>}
    </section>
  )
}

function Preview({ read: { evidence, findings, questions } }: { read: NonNullable<Drop['read']> }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { readerName, reasonText } = useEvidenceWords()
  const byName = Map.groupBy(findings, ({ name }: Finding) => name)
  const records = evidence.reduce((sum, one) => sum + one.records, 0)
  const away = Map.groupBy(
    evidence.flatMap(({ ignored }) => ignored),
    ({ reason }) => reasonText(reason),
  )
  const kinds = [...new Set(evidence.map(({ reader }) => readerName(reader)))]
  return (
    <>
      <p className="soft">
        {kinds.join(', ')} · {t('choices.evidence.records', { count: records, n: number(records) })}
      </p>
      <div className={styles.columns}>
        <div>
          <h3>{t('choices.evidence.keep')}</h3>
          {byName.size === 0 && <p>{t('choices.evidence.nothing')}</p>}
          <ul className={styles.rows}>
            {[...byName].map(([name, found]) => (
              <li key={name}>
                <span>
                  {name}
                  <span className={styles.sub}>{found[0]?.text}</span>
                </span>
                <span className="soft small">
                  {t('choices.evidence.findings', { count: found.length, n: number(found.length) })}
                </span>
              </li>
            ))}
          </ul>
          {questions.length > 0 && <p>{t('choices.evidence.doubts', { count: questions.length })}</p>}
        </div>
        <div>
          <h3>{t('choices.evidence.away')}</h3>
          {away.size === 0 && <p>{t('choices.evidence.awayNothing')}</p>}
          <ul className={styles.rows}>
            {[...away].map(([reason, rows]) => (
              <li key={reason}>
                <span>{reason}</span>
                <span>{number(rows.reduce((sum, { count }) => sum + count, 0))}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  )
}
