import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../parts/link-button.tsx'
import { PageHead } from '../parts/page-head.tsx'

/** For an address that shows nothing (any more). */
export function AbsentPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('common.error.absent.title')} />
      <p>{t('common.error.absent.detail')}</p>
      <p>{t('common.error.absent.action')}</p>
      <LinkButton to="/" size="md" mt="lg">
        {t('frame.overview')}
      </LinkButton>
    </>
  )
}
