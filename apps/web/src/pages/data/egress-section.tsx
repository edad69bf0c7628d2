import { Skeleton } from '@mantine/core'
import type { Egress } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../api/cache.ts'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from './data-page.module.css'

/** The ledger of all that left this device. */
export function EgressSection(): ReactElement {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const api = useApi()
  const { data, error } = useQuery({ queryKey: keys.egress(api.base), queryFn: api.egress })
  const count = data?.total.connections ?? 0
  return (
    <section className={styles.section} id="egress" aria-labelledby="egress-title">
      <h2 id="egress-title">{t('data.egress.title')}</h2>
      {error && <ProblemView error={error} />}
      {!data && !error && <Skeleton height={28} width="60%" />}
      {data && (
        <p className={styles.large}>
          {count === 0
            ? t('data.egress.nothing')
            : t('data.egress.sentence', { count, bytes: bytes(data.total.bytes) })}
        </p>
      )}
      {data && data.entries.length > 0 && <Ledger entries={data.entries} />}
      <p className="soft">{t('data.egress.why')}</p>
    </section>
  )
}

function Ledger({ entries }: { entries: Egress[] }): ReactElement {
  const { t } = useTranslation()
  const { bytes, moment } = useFormats()
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {(['at', 'purpose', 'host', 'out', 'in'] as const).map((column) => (
              <th key={column}>{t(`data.egress.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{moment(entry.at)}</td>
              <td>{entry.purpose}</td>
              <td>{entry.host}</td>
              <td>{bytes(entry.bytesOut)}</td>
              <td>{bytes(entry.bytesIn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
