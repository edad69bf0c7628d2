import type { Recipe, Verdict } from '@nabij/base'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../parts/hint.tsx'
import { Reason } from '../../parts/reason.tsx'
import { useFormats } from '../../texts/format.ts'
import { TruthWords } from './truth-words.tsx'
import styles from './verdict-page.module.css'

/** Every figure behind a verdict; what is not known is said to be unknown. */
export function VerdictFacts({ verdict, recipes }: { verdict: Verdict; recipes: Recipe[] }): ReactElement {
  const { t } = useTranslation()
  const { number, instant, milliseconds } = useFormats()
  const unknown = t('common.unknown')
  const { score, limit, regions, ms, reason, truth, name, width, height } = verdict
  const recipe = recipes.find(({ id }) => id === verdict.recipeId)
  const shown = (value: number | null): string => (value === null ? unknown : number(value, 3))
  const places =
    regions.length === 0 ? t('station.verdict.noRegions') : t('station.verdict.regions', { count: regions.length })
  const parts = ms && { decode: milliseconds(ms.decode), model: milliseconds(ms.model) }
  return (
    <dl className={styles.facts}>
      {reason && <Fact label={t('station.verdict.reason')}>{<Reason code={reason} />}</Fact>}
      <Fact label={t('station.verdict.score')}>
        <span className={styles.figure}>{shown(score)}</span> <Hint text={t('station.verdict.scoreHint')} />
      </Fact>
      <Fact label={t('station.verdict.limit')}>{shown(limit)}</Fact>
      <Fact label={t('station.verdict.places')}>{score === null ? unknown : places}</Fact>
      {truth && (
        <Fact label={t('station.truth.label')}>
          <TruthWords verdict={verdict} />
        </Fact>
      )}
      <Fact label={t('station.verdict.time')}>{instant(verdict.recordedAt)}</Fact>
      <Fact label={t('station.verdict.took')}>
        {ms ? milliseconds(ms.total) : unknown}
        {parts && <span className="soft"> ({t('station.verdict.tookParts', parts)})</span>}
      </Fact>
      <Fact label={t('station.verdict.size')}>
        {width && height ? `${number(width)} × ${number(height)}` : unknown}
      </Fact>
      <Fact label={t('station.verdict.name')}>{name ?? unknown}</Fact>
      <Fact label={t('station.verdict.recipe')}>
        {recipe ? t('station.verdict.version', { version: recipe.version }) : unknown}
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
