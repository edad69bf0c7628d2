import type { Exposure } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FullService } from '../../../api/register.ts'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'

type Reach = FullService['assessment']['exposures'][number]

const worst: Exposure[] = ['exposed', 'possibly', 'unknown']

/** Which laws can reach whoever controls it, the worst first. Unknown is never "no indication". */
export function Laws({ service: { assessment } }: { service: FullService }): ReactElement {
  const { t } = useTranslation()
  const { exposures } = assessment
  const reaching = worst.flatMap((wanted) => exposures.filter(({ exposure }) => exposure === wanted))
  const harmless = exposures.filter(({ exposure }) => exposure === 'no-indication')
  return (
    <section className={styles.panel} aria-labelledby="laws">
      <h2 id="laws">{t('service.laws')}</h2>
      <p className="soft">{t('service.lawsText')}</p>
      {exposures.length === 0 && <p>{t('common.unknown')}</p>}
      <List laws={reaching} />
      {harmless.length > 0 && (
        <details>
          <summary>{t('service.lawsHarmless', { count: harmless.length })}</summary>
          <List laws={harmless} />
        </details>
      )}
    </section>
  )
}

function List({ laws }: { laws: Reach[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className={styles.rows}>
      {laws.map(({ lawId, exposure, because }) => (
        <li key={lawId}>
          <span>
            {lawName(lawId)}
            <span className={styles.sub}>{because[language]}</span>
          </span>
          <span className={styles.tag} data-status={exposure === 'unknown' ? 'unknown' : undefined}>
            {t(`service.exposure.${exposure}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** As it is written: cloud-act is the CLOUD Act, fisa-702 is FISA 702. */
export function lawName(id: string): string {
  const capitals = /^(cloud|fisa|eo|uk|gdpr|it|ai|[a-z]{4}|[^a-z]+)$/
  return id
    .split('-')
    .map((word) => {
      if (word === 'data') return 'Data'
      return capitals.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
    })
    .join(' ')
}
