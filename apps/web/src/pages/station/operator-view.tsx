import { Button } from '@mantine/core'
import type { Station, Verdict } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerdicts } from '../../api/queries.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { Hint } from '../../parts/hint.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { LiveSight } from '../../parts/live-sight.tsx'
import { heatStrength, mapLimitOf } from '../../parts/map-limit.ts'
import { PartPicture } from '../../parts/part-picture.tsx'
import { Reason } from '../../parts/reason.tsx'
import { VerdictLamp } from '../../parts/verdict-badge.tsx'
import { useFormats } from '../../texts/format.ts'
import { isCurrent } from './current.ts'
import { FeedbackPanel } from './feedback/feedback-panel.tsx'
import { useKinds } from './feedback/kinds.ts'
import { HeatSlider, useHeatStrength } from './heat-slider.tsx'
import { Lamp } from './lamp.tsx'
import { LastTwenty } from './last-twenty.tsx'
import styles from './operator-view.module.css'
import { useFailSound } from './sound.ts'
import { TryPhoto } from './try-photo.tsx'

/** The picture, the verdict that is read from three metres, two buttons, the counts, and the last twenty. */
export function OperatorView({ station }: { station: Station }): ReactElement {
  const { kind } = useWorkspace()
  return (
    <div className={styles.view} data-wide>
      <Now station={station} />
      <LastTwenty station={station} />
      {kind === 'own' && station.source.kind === 'http' && station.recipe && station.state !== 'stopped' && (
        <TryPhoto stationId={station.id} />
      )}
    </div>
  )
}

function Now({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { api } = useWorkspace()
  const { percent, second } = useFormats()
  const [strength, setStrength] = useHeatStrength()
  const kinds = useKinds(station)
  const [hold, setHold] = useState<Verdict | null>(null)
  // The list knows what a person said of a part; what the station tells of its last one may be from before that.
  const { data: recent } = useVerdicts(station.id)
  const known = (part: Verdict | null): Verdict | null => recent?.find(({ id }) => id === part?.id) ?? part
  const held = known(hold)
  const verdict = held ?? known(station.lastVerdict)
  const current = held !== null || isCurrent(station)
  return (
    <div className={styles.now} data-held={held !== null}>
      <div className={styles.left}>
        <div className={styles.stage}>
          {verdict ? (
            <PartPicture
              api={api}
              verdict={verdict}
              alt={t('station.picture')}
              strength={heatStrength(verdict, strength)}
              mapLimit={mapLimitOf(verdict, station)}
            />
          ) : (
            <NothingYet station={station} />
          )}
        </div>
        {verdict && <HeatSlider value={strength} onChange={setStrength} />}
      </div>
      <div className={styles.right}>
        <div className={styles.lamp}>{held ? <VerdictLamp verdict={held.verdict} /> : <Lamp station={station} />}</div>
        {verdict?.kind && verdict.verdict !== 'pass' && current && (
          <p className={styles.guess}>
            {t('work.kindGuess', { kind: verdict.kind.name, sure: percent(verdict.kind.confidence) })}
          </p>
        )}
        {verdict?.reason && current && (held !== null || station.state !== 'degraded') && (
          <p className={styles.why}>
            <Reason code={verdict.reason} />
          </p>
        )}
        {verdict && <FeedbackPanel verdict={verdict} kinds={kinds} onHold={setHold} />}
        {held && <p className={styles.held}>{t('work.held', { time: second(held.recordedAt) })}</p>}
        <Counts station={station} />
        <div className={styles.tools} data-print="no">
          {station.source.kind !== 'http' && verdict && (
            <Button size="md" variant={held ? 'filled' : 'default'} onClick={() => setHold(held ? null : verdict)}>
              {t(held ? 'work.letGo' : 'work.hold')}
            </Button>
          )}
          <SoundSwitch last={station.lastVerdict} />
          <LinkButton size="md" variant="subtle" to={`/stations/${station.id}/shift`}>
            {t('work.shift.link')}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}

function SoundSwitch({ last }: { last: Verdict | null }): ReactElement {
  const { t } = useTranslation()
  const { on, turn } = useFailSound(last)
  return (
    <Button size="md" variant="subtle" aria-pressed={on} onClick={turn}>
      {t(on ? 'work.sound.on' : 'work.sound.off')}
    </Button>
  )
}

function NothingYet({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const untaught = station.recipe === null && station.state !== 'learning'
  return (
    <div className={styles.nothing}>
      {station.source.kind === 'simulator' && <LiveSight stationId={station.id} until="" />}
      <p>{station.recipe ? t('station.waitingPart') : t('station.untaught')}</p>
      {station.state === 'learning' && kind === 'own' && (
        <LinkButton to={`/stations/${station.id}/teach?step=learn`} size="lg" variant="default">
          {t('teach.try.toLearn')}
        </LinkButton>
      )}
      {untaught && kind === 'own' && (
        <LinkButton to={`/stations/${station.id}/teach`} size="lg">
          {t('station.teach')}
        </LinkButton>
      )}
    </div>
  )
}

function Counts({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { number, moment } = useFormats()
  const { today, waiting, lastVerdict } = station
  return (
    <div>
      <dl className={styles.counts}>
        {(['pass', 'fail', 'unsure'] as const).map((word) => (
          <div key={word} data-verdict={word}>
            <dt>{t(`common.verdict.${word}`)}</dt>
            <dd>{number(today[word])}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.aside}>
        {t('stations.today')}
        {lastVerdict && ` · ${t('station.lastPart', { moment: moment(lastVerdict.recordedAt) })}`}
        {today.dropped > 0 && (
          <>
            {' · '}
            {t('station.dropped', { n: number(today.dropped) })} <Hint text={t('station.droppedHint')} />
          </>
        )}
        {waiting > 1 && ` · ${t('station.waiting', { n: number(waiting) })}`}
      </p>
    </div>
  )
}
