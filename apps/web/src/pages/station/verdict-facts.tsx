import type { Recipe, Verdict } from '@nabij/base'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../parts/hint.tsx'
import { Reason } from '../../parts/reason.tsx'
import { VerdictBadge } from '../../parts/verdict-badge.tsx'
import { useFormats } from '../../texts/format.ts'
import { TruthWords } from './truth-words.tsx'
import styles from './verdict-page.module.css'
import { whichLayer } from './which-layer.ts'

/** More places than these say no more. */
const most = 6

/** Every figure behind a verdict; what is not known is said to be unknown. */
export function VerdictFacts({ verdict, recipes }: { verdict: Verdict; recipes: Recipe[] }): ReactElement {
  const { t } = useTranslation()
  const { number, instant, milliseconds, percent } = useFormats()
  const unknown = t('common.unknown')
  const { score, limit, regions, ms, reason, truth, name, width, height } = verdict
  const recipe = recipes.find(({ id }) => id === verdict.recipeId)
  const shown = (value: number | null): string => (value === null ? unknown : number(value, 3))
  const places =
    regions.length === 0 ? t('station.verdict.noRegions') : t('station.verdict.regions', { count: regions.length })
  const layer = whichLayer(verdict)
  return (
    <dl className={styles.facts}>
      {reason && <Fact label={t('station.verdict.reason')}>{<Reason code={reason} />}</Fact>}
      <Fact label={t('station.verdict.score')}>
        <span className={styles.figure}>{shown(score)}</span> <Hint text={t('station.verdict.scoreHint')} />
      </Fact>
      <Fact label={t('station.verdict.limit')}>{shown(limit)}</Fact>
      <Fact label={t('station.verdict.places')}>
        {score === null ? unknown : places}
        {regions.length > 0 && (
          <ul className={styles.places}>
            {regions.slice(0, most).map(({ x, y, area, score: hot }) => (
              <li key={`${x} ${y}`}>{t('work.areas', { area: percent(area, 1), score: number(hot, 2) })}</li>
            ))}
          </ul>
        )}
      </Fact>
      {verdict.parts.length > 1 && (
        <Fact label={t('work.parts', { count: verdict.parts.length })}>
          <span className={styles.parts}>
            {verdict.parts.map((part) => (
              <VerdictBadge key={`${part.box.x} ${part.box.y}`} verdict={part.verdict} />
            ))}
          </span>
        </Fact>
      )}
      {verdict.kind && verdict.verdict !== 'pass' && (
        <Fact label={t('work.feedback.kindAsk')}>
          {t('work.kindGuess', { kind: verdict.kind.name, sure: percent(verdict.kind.confidence) })}
        </Fact>
      )}
      {layer && verdict.layers && (
        <Fact label={t('work.layers.title')}>
          {t(`work.layers.${layer}`)}{' '}
          <Hint
            text={t('work.layers.figures', {
              local: number(verdict.layers.local, 2),
              semantic: verdict.layers.semantic === null ? unknown : number(verdict.layers.semantic, 2),
            })}
          />
        </Fact>
      )}
      {truth && (
        <Fact label={t('station.truth.label')}>
          <TruthWords verdict={verdict} />
        </Fact>
      )}
      <Fact label={t('station.verdict.time')}>{instant(verdict.recordedAt)}</Fact>
      <Fact label={t('station.verdict.took')}>
        {ms ? milliseconds(ms.total) : unknown}
        {ms && <Steps ms={ms} />}
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

/** Where the time went, as one bar with its words. */
function Steps({ ms }: { ms: NonNullable<Verdict['ms']> }): ReactElement {
  const { t } = useTranslation()
  const { milliseconds } = useFormats()
  const rest = Math.max(0, ms.total - ms.decode - ms.locate - ms.model)
  const steps = [
    ['decode', ms.decode],
    ['locate', ms.locate],
    ['model', ms.model],
    ['rest', rest],
  ] as const
  const known = steps.filter(([, took]) => took > 0)
  return (
    <>
      <span className={styles.time} aria-hidden="true">
        {known.map(([step, took]) => (
          <span key={step} data-step={step} style={{ flexGrow: took }} />
        ))}
      </span>
      <span className="soft small">
        {known.map(([step, took]) => `${t(`work.steps.${step}`)} ${milliseconds(took)}`).join(' · ')}
      </span>
    </>
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
