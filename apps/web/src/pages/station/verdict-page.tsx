import { Button, Skeleton } from '@mantine/core'
import type { Station, Verdict } from '@nabij/base'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useRecipes, useStation, useVerdict, useVerdicts } from '../../api/queries.ts'
import { isTyping } from '../../app/keyboard.tsx'
import { useApi } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { mapLimitOf } from '../../parts/map-limit.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { PartPicture } from '../../parts/part-picture.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { VerdictLamp } from '../../parts/verdict-badge.tsx'
import { FeedbackPanel } from './feedback/feedback-panel.tsx'
import { useKinds } from './feedback/kinds.ts'
import { HeatSlider, useHeatStrength } from './heat-slider.tsx'
import { Nearest } from './nearest.tsx'
import { VerdictFacts } from './verdict-facts.tsx'
import styles from './verdict-page.module.css'

/** One verdict, large: the picture with heat and places, and every figure behind it. */
export function VerdictPage({ stationId, verdictId }: { stationId: string; verdictId: string }): ReactElement {
  const { t } = useTranslation()
  const { station } = useStation(stationId)
  const { data: verdict, error } = useVerdict(verdictId)
  const back = (
    <Link href={`/stations/${stationId}`} className={styles.back}>
      <Symbol name="left" size={16} />
      {station?.name ?? t('station.verdict.back')}
    </Link>
  )
  return (
    <>
      <PageHead title={t('station.verdict.title')} before={back}>
        <Neighbours stationId={stationId} verdictId={verdictId} />
      </PageHead>
      {error && <ProblemView error={error} />}
      {!verdict && !error && <Skeleton height={480} />}
      {verdict && <VerdictBody verdict={verdict} station={station} />}
    </>
  )
}

function VerdictBody({ verdict, station }: { verdict: Verdict; station: Station | null }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const { data: recipes } = useRecipes(verdict.stationId)
  const [strength, setStrength] = useHeatStrength()
  const kinds = useKinds({ id: verdict.stationId, recipe: station?.recipe ?? null })
  return (
    <div className={styles.columns}>
      <div className={styles.left}>
        <PartPicture
          api={api}
          verdict={verdict}
          alt={t('station.verdict.title')}
          strength={strength}
          mapLimit={mapLimitOf(verdict, station, recipes)}
          regions
        />
        {verdict.mapKept ? (
          <HeatSlider value={strength} onChange={setStrength} />
        ) : (
          <p className="soft">{t('station.noMap')}</p>
        )}
        <Nearest verdict={verdict} />
      </div>
      <div className={styles.right}>
        <VerdictLamp verdict={verdict.verdict} />
        <FeedbackPanel verdict={verdict} kinds={kinds} />
        <VerdictFacts verdict={verdict} recipes={recipes ?? []} />
      </div>
    </div>
  )
}

/** The verdict before and after this one, by button and by arrow key. */
function Neighbours({ stationId, verdictId }: { stationId: string; verdictId: string }): ReactElement {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { data: verdicts = [] } = useVerdicts(stationId)
  const at = verdicts.findIndex(({ id }) => id === verdictId)
  const newer = at > 0 ? verdicts[at - 1]?.id : undefined
  const older = at >= 0 ? verdicts[at + 1]?.id : undefined
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const id = event.key === 'ArrowLeft' ? newer : event.key === 'ArrowRight' ? older : undefined
      if (id && !isTyping(event)) navigate(`/stations/${stationId}/verdicts/${id}`, { replace: true })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [newer, older, navigate, stationId])
  const go = (id: string | undefined) => () =>
    id && navigate(`/stations/${stationId}/verdicts/${id}`, { replace: true })
  return (
    <>
      <Button
        variant="default"
        size="md"
        disabled={!newer}
        leftSection={<Symbol name="left" size={16} />}
        onClick={go(newer)}
      >
        {t('station.verdict.newer')}
      </Button>
      <Button
        variant="default"
        size="md"
        disabled={!older}
        rightSection={<Symbol name="right" size={16} />}
        onClick={go(older)}
      >
        {t('station.verdict.older')}
      </Button>
    </>
  )
}
