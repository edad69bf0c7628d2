import { NativeSelect, Skeleton } from '@mantine/core'
import type { Comparison, Recipe } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useComparison, useRecipes } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import { VerdictBadge } from '../../../parts/verdict-badge.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'

/** Two versions side by side: which marked pictures they judge differently. The choice stands in the address. */
export function Compare({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const { data: recipes } = useRecipes(stationId)
  const [search, setSearch] = useSearchParams()
  const newest = [...(recipes ?? [])].sort((a, b) => b.version - a.version)
  const active = newest.find((recipe) => recipe.active) ?? newest[0]
  const after = search.get('after') ?? active?.id ?? ''
  const before = search.get('before') ?? newest.find(({ id }) => id !== after)?.id ?? ''
  const { data, error, isFetching } = useComparison(stationId, before, after)
  const options = newest.map((recipe) => ({ value: recipe.id, label: nameOf(recipe) }))
  const choose = (name: 'before' | 'after') => (event: { currentTarget: HTMLSelectElement }) => {
    const next = new URLSearchParams(search)
    next.set(name, event.currentTarget.value)
    setSearch(next, { replace: true })
  }
  function nameOf({ version, made }: Recipe): string {
    return t('insight.compare.version', { version, made: t(`insight.made.${made}`) })
  }
  return (
    <section className={styles.section} aria-labelledby="compare">
      <h2 id="compare">{t('insight.compare.title')}</h2>
      {newest.length < 2 ? (
        <p className="soft">{t('insight.compare.need')}</p>
      ) : (
        <>
          <div className={styles.row}>
            <NativeSelect
              size="md"
              label={t('insight.compare.before')}
              value={before}
              data={options}
              onChange={choose('before')}
            />
            <NativeSelect
              size="md"
              label={t('insight.compare.after')}
              value={after}
              data={options}
              onChange={choose('after')}
            />
          </div>
          {before === after && <p>{t('insight.compare.same')}</p>}
          {error && <ProblemView error={error} />}
          {isFetching && !data && (
            <>
              <p className="soft">{t('insight.compare.busy')}</p>
              <Skeleton height={120} />
            </>
          )}
          {data && before !== after && <Differences comparisons={data} />}
        </>
      )}
    </section>
  )
}

function Differences({ comparisons }: { comparisons: Comparison[] }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { base } = useApi()
  const flips = comparisons.filter(({ before, after }) => before.verdict !== after.verdict)
  const wrong = flips.filter(({ label, after }) => (label === 'good' ? 'fail' : 'pass') === after.verdict)
  if (comparisons.length === 0) return <p>{t('insight.compare.none')}</p>
  const shown = (score: number | null): string => (score === null ? t('common.unknown') : number(score, 2))
  return (
    <div className={styles.tableWrap}>
      <p>{t('insight.compare.flips', { count: flips.length, wrong: number(wrong.length) })}</p>
      {flips.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('insight.compare.picture')}</th>
              <th scope="col">{t('insight.compare.marked')}</th>
              <th scope="col">{t('insight.compare.before')}</th>
              <th scope="col">{t('insight.compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {flips.map(({ photoId, name, label, before, after }) => (
              <tr key={photoId}>
                <th scope="row">
                  <span className={styles.thumb}>
                    <SmallPicture address={`${base}/photos/${photoId}/thumb`} name="" />
                  </span>{' '}
                  {name}
                </th>
                <td>{t(`insight.compare.label.${label}`)}</td>
                <td>
                  <VerdictBadge verdict={before.verdict} /> {shown(before.score)}
                </td>
                <td>
                  <VerdictBadge verdict={after.verdict} /> {shown(after.score)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {comparisons.length > flips.length && (
        <p className="soft">{t('insight.compare.rest', { n: number(comparisons.length - flips.length) })}</p>
      )}
    </div>
  )
}
