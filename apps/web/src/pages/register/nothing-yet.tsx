import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

/** An empty register, and the one step that fills it. */
export function NothingYet(): ReactElement {
  const { t } = useTranslation()
  return (
    <p>
      {t('register.lead.none')} <Link href="/register/tick">{t('register.lead.start')}</Link>
    </p>
  )
}
