import { Button } from '@mantine/core'
import type { Recipe } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../../api/cache.ts'
import { useRecipes } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { LinkButton } from '../../../parts/link-button.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'

/** All that the station was ever taught; an older version can be put back in use, each can be taken along. */
export function Recipes({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const { data: recipes, error } = useRecipes(stationId)
  const activate = useMutation({
    mutationFn: (recipe: Recipe) => api.activateRecipe(recipe.id),
    onSuccess: (recipe) => {
      say(t('station.recipes.activated', { version: recipe.version }))
      void client.invalidateQueries({ queryKey: keys.recipes(api.base, stationId) })
      void client.invalidateQueries({ queryKey: keys.stations(api.base) })
    },
  })
  const failed = error ?? activate.error
  const newestFirst = [...(recipes ?? [])].sort((a, b) => b.version - a.version)
  return (
    <>
      {failed && <ProblemView error={failed} />}
      {recipes?.length === 0 && <p className="soft">{t('station.recipes.none')}</p>}
      <ul className={styles.recipes}>
        {newestFirst.map((recipe) => (
          <RecipeLine key={recipe.id} recipe={recipe} busy={activate.isPending} onUse={() => activate.mutate(recipe)} />
        ))}
      </ul>
    </>
  )
}

interface RecipeLineProps {
  recipe: Recipe
  busy: boolean
  onUse: () => void
}

function RecipeLine({ recipe, busy, onUse }: RecipeLineProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const { moment, number } = useFormats()
  const { facts, version, active, made } = recipe
  const { good, bad } = facts.corrections
  const about = [
    t('station.recipes.photos', { n: number(facts.photos) }),
    t('station.recipes.limit', { limit: facts.limit === null ? t('common.unknown') : number(facts.limit, 3) }),
    t(`station.recipes.${facts.mode}`),
    ...(good + bad > 0 ? [t('insight.corrected', { good: number(good), bad: number(bad) })] : []),
  ]
  const technical = [
    t('station.recipes.size', { size: number(facts.size) }),
    t('station.recipes.rows', { local: number(facts.rows.local), semantic: number(facts.rows.semantic) }),
  ]
  return (
    <li className={styles.recipe}>
      <div>
        <strong>{t('station.recipes.version', { version })}</strong>{' '}
        {active && <span className={styles.active}>{t('station.recipes.active')}</span>}{' '}
        <span className="soft">
          {t(`insight.made.${made}`)} · {moment(recipe.createdAt)}
        </span>
        <p>{about.join(' · ')}</p>
        <p className="soft small">{technical.join(' · ')}</p>
      </div>
      <div className={styles.top}>
        {!active && (
          <Button variant="default" loading={busy} onClick={onUse}>
            {t('station.recipes.activate')}
          </Button>
        )}
        <LinkButton
          outside
          variant="subtle"
          to={`${api.base}/recipes/${recipe.id}/file`}
          leftSection={<Symbol name="download" size={20} />}
        >
          {t('station.recipes.download')}
        </LinkButton>
      </div>
    </li>
  )
}
