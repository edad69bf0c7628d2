import type { Assessment } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'
import own from './service.module.css'

/** The eight objectives of the European framework; never without how much is known. */
export function Seal({ assessment }: { assessment: Assessment }): ReactElement {
  const { t } = useTranslation()
  const { percent } = useFormats()
  const language = useLanguage()
  const { seal, gated } = assessment
  const coverage = percent(assessment.coverage)
  return (
    <section className={styles.panel} aria-labelledby="seal">
      <h2 id="seal">{t('service.seal')}</h2>
      <p className="soft">{t('service.sealText')}</p>
      <p>{gated === null ? t('service.sealNone', { coverage }) : t('service.sealGated', { level: gated, coverage })}</p>
      <ul className={styles.rows}>
        {seal.map(({ objective, level, because }) => (
          <li key={objective}>
            <span>
              {t(`service.objective.${objective}`)}
              <span className={styles.sub}>{because[language]}</span>
            </span>
            <span>
              {level !== null && (
                <span className={own.level} aria-hidden="true">
                  {[1, 2, 3, 4].map((step) => (
                    <i key={step} data-on={level >= step} />
                  ))}
                </span>
              )}
              {level === null ? <span className="soft">{t('common.unknown')}</span> : t('service.sealLevel', { level })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
