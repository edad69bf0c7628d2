import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesChange } from '../../../api/moves-queries.ts'
import { FileField } from '../../../parts/file-field.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { Changing } from '../../register/changing.tsx'

/** The real bill beside the meter. */
export function BillDrop({ routeId }: { routeId: string }): ReactElement {
  const { t } = useTranslation()
  const read = useMovesChange(
    (api, file: File) => api.readBill(routeId, file),
    () => say(t('compare.billRead')),
  )
  return (
    <Changing>
      <FileField label={t('compare.bill')} accept=".csv,.xml,.json,.txt" busy={read.isPending} onFile={read.mutate} />
      {read.error && <ProblemView error={read.error} />}
    </Changing>
  )
}
