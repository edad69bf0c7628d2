import { Button, NumberInput } from '@mantine/core'
import type { Rate, Station, StationSettings, Verdict } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/hint.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useStationChange } from '../station-change.ts'
import styles from './engineer-view.module.css'
import { type Costs, cheapestLimit, costAt, errorsAt } from './limit-cost.ts'

interface LimitPanelProps {
  station: Station
  verdicts: Verdict[]
  inForce: number
  /** Where the limit was moved to, not yet used. */
  draft: number | null
  onDraft: (limit: number | null) => void
}

/** What the limit costs where it lies, and how it is chosen: from the photos, by hand, or by what mistakes cost. */
export function LimitPanel({ station, verdicts, inForce, draft, onDraft }: LimitPanelProps): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { change, error, busy } = useStationChange(station.id)
  const before = station.settings.limit
  const at = draft ?? inForce
  const use = async (limit: StationSettings['limit'], words: string): Promise<void> => {
    await change({ settings: { limit } })
    onDraft(null)
    say(words, { undo: () => void change({ settings: { limit: before } }).catch(() => undefined) })
  }
  const start = (limit: StationSettings['limit'], words: string) => () => void use(limit, words).catch(() => undefined)
  return (
    <section className={styles.section} aria-labelledby="limit">
      <h2 id="limit">{t('insight.limit.title')}</h2>
      <p>
        <strong>{t('insight.limit.now', { limit: number(inForce, 3) })}</strong>. {t(`insight.limit.by.${before.by}`)}{' '}
        <span className="soft">{t('insight.limit.drag')}</span>
      </p>
      <NumberInput
        className={styles.money}
        size="md"
        label={t('insight.limit.field')}
        min={0}
        max={1}
        step={0.005}
        decimalScale={3}
        fixedDecimalScale
        value={at}
        onChange={(value) => typeof value === 'number' && Math.abs(value - at) >= 0.0005 && onDraft(value)}
      />
      <Consequences station={station} verdicts={verdicts} at={at} inForce={inForce} />
      <div className={styles.row}>
        {draft !== null && (
          <>
            <Button
              size="md"
              loading={busy}
              onClick={start({ by: 'hand', value: draft }, t('insight.limit.saved', { limit: number(draft, 3) }))}
            >
              {t('insight.limit.use')}
            </Button>
            <Button size="md" variant="default" onClick={() => onDraft(null)}>
              {t('insight.limit.forget')}
            </Button>
          </>
        )}
        {before.by !== 'photos' && (
          <Button
            size="md"
            variant="subtle"
            loading={busy}
            onClick={start({ by: 'photos' }, t('insight.limit.savedPhotos'))}
          >
            {t('insight.limit.back')}
          </Button>
        )}
      </div>
      <CostChoice
        station={station}
        at={at}
        busy={busy}
        onUse={(costs) => start({ by: 'cost', ...costs }, t('insight.limit.savedCost'))()}
      />
      {error && <ProblemView error={error} />}
    </section>
  )
}

function Consequences({
  station,
  verdicts,
  at,
  inForce,
}: Omit<LimitPanelProps, 'draft' | 'onDraft'> & { at: number }): ReactElement {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const facts = station.recipe?.facts ?? { goodScores: [], badScores: [] }
  const { falseAlarms, misses, counts } = errorsAt(at, facts)
  const scores = verdicts.flatMap(({ score }) => (score === null ? [] : [score]))
  const above = (limit: number): string => number(scores.filter((score) => score > limit).length)
  const words = (rate: Rate, count: number): string =>
    t('insight.limit.rate', {
      count: number(count),
      of: number(rate.of),
      share: percent(rate.value),
      low: percent(rate.low),
      high: percent(rate.high),
    })
  return (
    <dl className={styles.limitFacts} data-testid="consequences" aria-live="polite">
      <dt>
        {t('insight.limit.falseAlarms')} <Hint text={t('insight.limit.counted')} />
      </dt>
      <dd>{falseAlarms ? words(falseAlarms, counts.falseAlarms) : t('insight.limit.noGood')}</dd>
      <dt>{t('insight.limit.misses')}</dt>
      <dd>{misses ? words(misses, counts.misses) : t('insight.limit.noBad')}</dd>
      {scores.length > 0 && (
        <dd>{t('insight.limit.last', { n: number(scores.length), count: above(at), before: above(inForce) })}</dd>
      )}
    </dl>
  )
}

interface CostChoiceProps {
  station: Station
  at: number
  busy: boolean
  onUse: (costs: Costs) => void
}

function CostChoice({ station, at, busy, onUse }: CostChoiceProps): ReactElement {
  const { t } = useTranslation()
  const { euros, number } = useFormats()
  const { limit } = station.settings
  const [costs, setCosts] = useState<Costs>(limit.by === 'cost' ? limit : { miss: 5000, falseAlarm: 200 })
  const facts = station.recipe?.facts ?? { goodScores: [], badScores: [] }
  const cheapest = cheapestLimit(facts, costs)
  const set = (name: keyof Costs) => (value: string | number) =>
    typeof value === 'number' && setCosts({ ...costs, [name]: Math.round(value * 100) })
  return (
    <details open={limit.by === 'cost'}>
      <summary>{t('insight.limit.costs')}</summary>
      {cheapest === null ? (
        <p className="soft">{t('insight.limit.costNeeds')}</p>
      ) : (
        <div className={styles.fields}>
          <div className={styles.row}>
            <NumberInput
              className={styles.money}
              label={t('insight.limit.costMiss')}
              min={0}
              max={1_000_000}
              decimalScale={2}
              value={costs.miss / 100}
              onChange={set('miss')}
            />
            <NumberInput
              className={styles.money}
              label={t('insight.limit.costAlarm')}
              min={0}
              max={1_000_000}
              decimalScale={2}
              value={costs.falseAlarm / 100}
              onChange={set('falseAlarm')}
            />
          </div>
          <p>
            {t('insight.limit.costNow', { euros: euros(costAt(at, facts, costs)) })}{' '}
            {t('insight.limit.costBest', {
              limit: number(cheapest, 3),
              euros: euros(costAt(cheapest, facts, costs)),
            })}
          </p>
          <Button variant="default" size="md" loading={busy} onClick={() => onUse(costs)}>
            {t('insight.limit.costUse')}
          </Button>
        </div>
      )}
    </details>
  )
}
