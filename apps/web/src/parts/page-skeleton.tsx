import { Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** What stands where a screen will be: a title and a large area. */
export function PageSkeleton(): ReactElement {
  const { t } = useTranslation()
  return (
    <div aria-busy="true">
      <span className="unseen">{t('common.loading')}</span>
      <Skeleton height={40} width={240} mb={32} />
      <Skeleton height={360} />
    </div>
  )
}
