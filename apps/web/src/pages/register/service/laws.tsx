import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FullService } from '../../../api/register.ts'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'

/** Which laws can reach whoever controls it. Unknown is never "no indication". */
export function Laws({ service: { assessment } }: { service: FullService }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className={styles.panel} aria-labelledby="laws">
      <h2 id="laws">{t('service.laws')}</h2>
      <p className="soft">{t('service.lawsText')}</p>
      {assessment.exposures.length === 0 && <p>{t('common.unknown')}</p>}
      <ul className={styles.rows}>
        {assessment.exposures.map(({ lawId, exposure, because }) => (
          <li key={lawId}>
            <span>
              {lawId}
              <span className={styles.sub}>{because[language]}</span>
            </span>
            <span className={styles.tag} data-status={exposure === 'unknown' ? 'unknown' : undefined}>
              {t(`service.exposure.${exposure}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
