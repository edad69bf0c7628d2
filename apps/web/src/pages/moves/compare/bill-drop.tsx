import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesChange } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { Changing } from '../../register/changing.tsx'
import styles from './compare.module.css'

/** The real bill beside the meter. */
export function BillDrop({ routeId }: { routeId: string }): ReactElement {
  const { t } = useTranslation()
  const read = useMovesChange(
    (api, file: File) => api.readBill(routeId, file),
    () => say(t('compare.billRead')),
  )
  return (
    <Changing>
      <label className={styles.bill}>
        {t('compare.bill')}
        <input
          type="file"
          accept=".csv,.xml,.json,.txt"
          disabled={read.isPending}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) read.mutate(file)
            event.currentTarget.value = ''
          }}
        />
      </label>
      {read.error && <ProblemView error={read.error} />}
    </Changing>
  )
}
