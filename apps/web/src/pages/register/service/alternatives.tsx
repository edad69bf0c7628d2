import { Button } from '@mantine/core'
import type { Alternative } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { FactSource } from '../fact-source.tsx'
import styles from '../register.module.css'
import { useCountry, useLanguage } from '../words.ts'
import own from './service.module.css'

const atFirst = 4

/** What could take its place, and, as openly, what it is weaker in and what it depends on itself. */
export function Alternatives({ alternatives }: { alternatives: Alternative[] }): ReactElement {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  return (
    <section className={styles.panel} aria-labelledby="alternatives">
      <h2 id="alternatives">{t('service.alternatives.title')}</h2>
      {alternatives.length === 0 && <p className="soft">{t('service.alternatives.none')}</p>}
      {alternatives.slice(0, all ? undefined : atFirst).map((alternative) => (
        <One key={alternative.id} alternative={alternative} />
      ))}
      {!all && alternatives.length > atFirst && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('service.alternatives.more', { count: alternatives.length - atFirst })}
          </Button>
        </div>
      )}
    </section>
  )
}

function One({ alternative }: { alternative: Alternative }): ReactElement {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const country = useCountry()
  const language = useLanguage()
  const { name, openSource, licence, price, weakerIn, ownDependencies, effort, selfHosted, guides, source } =
    alternative
  const facts = [
    [
      t('service.alternatives.price'),
      price ? `${price.text} (${price.asOf ? partialDay(price.asOf) : t('service.asOfUnknown')})` : t('common.unknown'),
    ],
    [t('service.alternatives.weaker'), weakerIn?.[language] ?? t('common.unknown')],
    [t('service.alternatives.depends'), ownDependencies?.[language] ?? t('common.unknown')],
    [t('service.alternatives.effort'), t(`service.alternatives.efforts.${effort}`)],
    [t('service.alternatives.hosting'), t(`service.alternatives.hostings.${selfHosted}`)],
  ] as const
  const said = [
    [t('service.alternatives.price'), price?.source],
    [t('service.alternatives.weaker'), weakerIn?.source],
    [t('service.alternatives.depends'), ownDependencies?.source],
  ] as const
  const web = guides.filter((guide) => /^https?:\/\//.test(guide))
  return (
    <article className={own.alternative}>
      <h3>
        {name}{' '}
        <span className="soft">
          {alternative.country === null ? t('service.alternatives.countryUnknown') : country(alternative.country)}
        </span>{' '}
        {openSource && <span className={styles.tag}>{licence ?? t('service.alternatives.openSource')}</span>}
      </h3>
      <dl className={own.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {web.map((guide) => (
        <a key={guide} href={guide} target="_blank" rel="noreferrer noopener" className="small">
          {t('service.alternatives.guides')}: {guide.replace(/^https?:\/\/(www\.)?/, '')}
        </a>
      ))}
      <details className="small">
        <summary>{t('service.source')}</summary>
        <FactSource source={source} />
        {said.map(
          ([term, read]) =>
            read && (
              <div key={term}>
                {term}
                <FactSource source={read} />
              </div>
            ),
        )}
      </details>
    </article>
  )
}
