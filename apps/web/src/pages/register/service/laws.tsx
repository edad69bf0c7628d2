import type { Exposure, KnownLaw } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FullService } from '../../../api/register.ts'
import { useAsked } from '../../../api/register-queries.ts'
import { FactSource } from '../fact-source.tsx'
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
  const { data: known = [] } = useAsked(['laws'], (api) => api.laws())
  const byId = new Map(known.map((law) => [law.id, law]))
  return (
    <ul className={styles.rows}>
      {laws.map(({ lawId, exposure, because }) => (
        <li key={lawId}>
          <span>
            {byId.get(lawId)?.name ?? lawId}
            <span className={styles.sub}>{because[language]}</span>
            <About law={byId.get(lawId)} />
          </span>
          <span className={styles.tag} data-status={exposure === 'unknown' ? 'unknown' : undefined}>
            {t(`service.exposure.${exposure}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What a law says, for who wants to know, and where that was read. */
function About({ law }: { law: KnownLaw | undefined }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!law) return null
  return (
    <details className="small">
      <summary>{t('service.lawsAbout')}</summary>
      <p>{law.text[language]}</p>
      <FactSource source={law.source} />
    </details>
  )
}
