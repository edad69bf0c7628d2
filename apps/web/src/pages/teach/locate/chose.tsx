import type { RecipeFacts } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** What the recipe chose about finding parts, and why, in a sentence or two. */
export function Chose({ facts }: { facts: RecipeFacts }): ReactElement {
  const { t } = useTranslation()
  const { locate, located } = facts
  const words: string[] = [t(`teach.where.chose.${located}`)]
  if (locate) {
    const { least, most } = locate.parts
    words.push(
      least === most ? t('teach.where.partsSame', { count: most }) : t('teach.where.partsRange', { least, most }),
    )
    if (locate.turns) words.push(t('teach.where.turns'))
  }
  return <p data-testid="chose">{words.join(' ')}</p>
}
