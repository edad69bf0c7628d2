import type { AuditEntry } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from '../data/data-page.module.css'

/** The last hundred changes; all of them as CSV. */
export function AuditSection(): ReactElement {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const { data: entries = [], error } = useQuery({ queryKey: ['audit'], queryFn: peopleApi.audit })
  return (
    <section className={styles.section} id="audit">
      <h2>{t('people.audit.title')}</h2>
      <p>{t('people.audit.text')}</p>
      <LinkButton outside variant="subtle" to="/api/v1/audit.csv">
        {t('people.audit.csv')}
      </LinkButton>
      {error && <ProblemView error={error} />}
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
              {entries.map((entry) => (
                <tr key={entry.seq}>
                  <td>{instant(entry.at)}</td>
                  <td>
                    {entry.who.name ?? t(entry.who.kind === 'local' ? 'people.audit.here' : 'people.audit.nobody')}
                  </td>
                  <td>{entry.what}</td>
                  <td>{changeIn(entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function changeIn({ before, after }: AuditEntry): string {
  const side = (value: AuditEntry['after']): string => (value ? JSON.stringify(value).slice(0, 200) : '')
  return [side(before), side(after)].filter(Boolean).join(' → ')
}
