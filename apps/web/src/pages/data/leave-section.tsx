import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../parts/copy-text.tsx'
import styles from './data-page.module.css'

/** Taking everything along and throwing everything away: explained, with the commands. */
export function LeaveSection(): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={styles.section} aria-labelledby="leave">
      <h2 id="leave">{t('data.leave.title')}</h2>
      <p>{t('data.leave.exportText')}</p>
      <CopyText text="nabij export nabij-export" />
      <p>{t('data.leave.deleteText')}</p>
      <CopyText text="nabij delete --all" />
      <p className="soft">{t('data.leave.why')}</p>
    </section>
  )
}
