import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorCode, useTold } from '../../parts/problem-view.tsx'
import { groupUnused } from './group-unused.ts'
import styles from './teach.module.css'
import type { Upload } from './upload-queue.ts'

/** The files that were not used, each reason once. What was there already is no fault. */
export function Unused({ uploads, onClear }: { uploads: Upload[]; onClear: () => void }): ReactElement | null {
  const { t } = useTranslation()
  const tell = useTold()
  if (uploads.length === 0) return null
  const refused = uploads.some(({ state }) => state === 'refused')
  return (
    <div className={styles.unused} role={refused ? 'alert' : 'status'}>
      <div className={styles.unusedHead}>
        <strong>{t('teach.photos.refused', { count: uploads.length })}</strong>
        <Button variant="subtle" onClick={onClear}>
          {t('common.close')}
        </Button>
      </div>
      <ul>
        {groupUnused(uploads, tell).map(({ told, names, more }) => (
          <li key={names[0]}>
            <strong>{names.join(', ')}</strong>
            {more > 0 && ` ${t('teach.photos.andMore', { n: more })}`}
            {': '}
            {told ? `${told.title}. ${told.action} ` : t('teach.photos.twice')}
            {told?.code && <ErrorCode code={told.code} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
