import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './promised-page.module.css'
import { PromisedPage } from './promised-page.tsx'

export function RegisterPage(): ReactElement {
  const { t } = useTranslation()
  const step = {
    title: t('promised.register.step'),
    text: t('promised.register.stepText'),
    action: t('promised.register.action'),
    to: '/data#egress',
  }
  return (
    <PromisedPage title={t('promised.register.title')} text={t('promised.register.text')} step={step}>
      <p className={styles.figure}>{t('promised.register.figure')}</p>
      <div className={styles.bar}>
        <span className={styles.elsewhere} style={{ width: '79%' }} />
        <span className={styles.inside} />
      </div>
      <p>{t('promised.register.bar')}</p>
      <p>{t('promised.register.crucial')}</p>
    </PromisedPage>
  )
}
