import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CopyText } from '../../parts/copy-text.tsx'
import styles from './pairing-code.module.css'

/** What has to be done before a phone can reach this computer: once, in this order. */
export function OpenToNetwork({ accounts }: { accounts: boolean }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('people.device.local')}</p>
      <ol className={styles.steps}>
        {!accounts && (
          <li>
            <Link href="/people">{t('people.makeOwner')}</Link>
          </li>
        )}
        <li>{t('people.device.stop')}</li>
        <li>
          {t('people.device.again')}
          <CopyText text="npm start -- --host 0.0.0.0" />
        </li>
      </ol>
    </>
  )
}
