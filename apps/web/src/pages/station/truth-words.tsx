import type { Verdict } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nl } from '../../texts/nl/index.ts'
import { outcomeOf } from './truth.ts'

type DefectName = keyof typeof nl.station.truth.defect

/** What the part really was, and whether the verdict was right. */
export function TruthWords({ verdict }: { verdict: Verdict }): ReactElement {
  const { t } = useTranslation()
  const defect = verdict.truth?.defect ?? null
  const outcome = outcomeOf(verdict)
  const known = defect !== null && defect in nl.station.truth.defect
  const name = known ? t(`station.truth.defect.${defect as DefectName}`) : defect
  const judged = outcome === 'right' || outcome === 'unsure' ? 'right' : 'wrong'
  return (
    <>
      {name ?? t('station.truth.good')}
      {outcome !== 'unsure' && <strong> · {t(`station.truth.${judged}`)}</strong>}
    </>
  )
}
