import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../parts/link-button.tsx'
import { PageHead } from '../../parts/page-head.tsx'

/** In the sample nothing of one's own is taken in: the friendly way out. */
export function SampleOnly(): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('stations.sampleOnly.title')} />
      <p style={{ maxWidth: '36em' }}>{t('stations.sampleOnly.text')}</p>
      <LinkButton to="/stations/new" outside size="lg" mt="lg">
        {t('stations.sampleOnly.action')}
      </LinkButton>
    </>
  )
}
