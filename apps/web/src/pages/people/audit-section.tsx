import { Button } from '@mantine/core'
import type { AuditEntry } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from '../data/data-page.module.css'
import { type Difference, differencesIn } from './audit-words.ts'

/** How many are shown at first, and more at each press. */
const page = 15

/** The last hundred changes; all of them as CSV. */
export function AuditSection(): ReactElement {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const [many, setMany] = useState(page)
  const { data: entries = [], error } = useQuery({ queryKey: ['audit'], queryFn: peopleApi.audit })
  return (
    <section className={`${styles.section} ${styles.across}`} id="audit">
      <h2>{t('people.audit.title')}</h2>
      <p>{t('people.audit.text')}</p>
      <LinkButton outside variant="subtle" to="/api/v1/audit.csv">
        {t('people.audit.csv')}
      </LinkButton>
      {error && <ProblemView error={error} />}
      {!error && entries.length === 0 && <p className="soft">{t('people.audit.none')}</p>}
      {entries.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table must be scrollable by keyboard
        <section className={styles.table} tabIndex={0} aria-label={t('people.audit.title')}>
          <table>
            <thead>
              <tr>
                <th>{t('people.audit.at')}</th>
                <th>{t('people.audit.who')}</th>
                <th>{t('people.audit.what')}</th>
                <th>{t('people.audit.change')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.slice(0, many).map((entry) => (
                <tr key={entry.seq}>
                  <td>{instant(entry.at)}</td>
                  <td>
                    {entry.who.name ?? t(entry.who.kind === 'local' ? 'people.audit.here' : 'people.audit.nobody')}
                  </td>
                  <td title={entry.what}>
                    <What what={entry.what} />
                  </td>
                  <td>
                    <Change entry={entry} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {entries.length > many && (
        <Button variant="default" size="md" onClick={() => setMany(many + page)}>
          {t('insight.images.more')}
        </Button>
      )}
    </section>
  )
}

const things = ['account', 'alarm', 'backup', 'correction', 'device', 'job', 'key', 'output'] as const
const others = [
  'photo',
  'product',
  'recipe',
  'sample',
  'screen',
  'session',
  'station',
  'verdict',
  'fact',
  'knowledge',
] as const
const acts = ['add', 'change', 'remove', 'password', 'seen', 'make', 'restore', 'apply', 'undo', 'pair'] as const
const more = [
  'cancel',
  'import',
  'activate',
  'teach',
  'feedback',
  'start',
  'end',
  'refused',
  'operator',
  'leave',
  'state',
  'update',
] as const

/** The log's own word in the reader's; one that is not known here is shown as it is. */
function What({ what }: { what: string }): ReactElement {
  const { t } = useTranslation()
  const [first, last] = what.split('.')
  const thing = [...things, ...others].find((word) => word === first)
  const act = [...acts, ...more].find((word) => word === last)
  return <>{thing && act ? `${t(`people.audit.things.${thing}`)}: ${t(`people.audit.acts.${act}`)}` : what}</>
}

const atOnce = 3

/** The first few things that differ; the others when asked. */
function Change({ entry }: { entry: AuditEntry }): ReactElement {
  const { t } = useTranslation()
  const found = differencesIn(entry)
  const line = ({ name, before, after }: Difference): ReactElement => (
    <li key={name}>
      <span className="soft">{name}</span> {before !== null && <del>{before}</del>}
      {before !== null && after !== null && ' → '}
      {after}
    </li>
  )
  return (
    <>
      <ul className={styles.changes}>{found.slice(0, atOnce).map(line)}</ul>
      {found.length > atOnce && (
        <details>
          <summary>
            {t('people.audit.details')} (+{found.length - atOnce})
          </summary>
          <ul className={styles.changes}>{found.slice(atOnce).map(line)}</ul>
        </details>
      )}
    </>
  )
}
