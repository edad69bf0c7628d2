import { NativeSelect, SegmentedControl } from '@mantine/core'
import type { Station } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { ownApi } from '../../app/workspace.ts'
import { useTitle } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useMe } from '../login/gate.tsx'
import { PairFirst } from './pair-first.tsx'
import styles from './phone.module.css'
import { createPhotoQueue, type Outcome, type PhotoQueue, type Purpose, purposes } from './photo-queue.ts'
import { isPassing, sendPhoto } from './send-photo.ts'

const retryAfter = 2000

/** The phone as a camera: one big button, ten photos in a row, nothing lost when the network drops. */
export function PhonePage(): ReactElement {
  const { t } = useTranslation()
  useTitle(t('people.phone.title'))
  const { data: me } = useMe()
  const pairs = location.hash.length > 1
  const ready = me && me.who !== null && !pairs
  return (
    <main className={styles.page} id="content">
      <h1>{t('people.phone.title')}</h1>
      {ready && <Camera stationId={me.device?.stationId ?? null} />}
      {me && !ready && <PairFirst />}
      <LanguageSwitch />
    </main>
  )
}

/** Lives as long as the page: what waits is sent whatever the screen shows. */
function usePhotos(): { queue: PhotoQueue; last: Outcome | null; sent: number; waiting: number } {
  const [state, setState] = useState<{ last: Outcome | null; sent: number; waiting: number }>({
    last: null,
    sent: 0,
    waiting: 0,
  })
  const [queue] = useState(() => {
    const made: PhotoQueue = createPhotoQueue({
      send: sendPhoto,
      isLost: isPassing,
      later: (action) => void setTimeout(action, retryAfter),
      onChange: (outcome) =>
        setState((before) => ({
          last: outcome ?? before.last,
          sent: before.sent + (outcome && 'verdict' in outcome ? 1 : 0),
          waiting: made.waiting(),
        })),
    })
    return made
  })
  return { queue, ...state }
}

function Camera({ stationId }: { stationId: string | null }): ReactElement {
  const { t } = useTranslation()
  const { data: stations, error } = useQuery({
    queryKey: ['phone-stations', stationId],
    queryFn: () => stationsFor(stationId),
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const { queue, last, sent, waiting } = usePhotos()
  const station = stations?.find(({ id }) => id === chosen) ?? stations?.[0]
  if (error) return <ProblemView error={error} />
  if (stations && !station) return <p>{t('people.phone.none')}</p>
  const now = purpose ?? (station?.recipe ? 'check' : 'good')
  const take = (files: FileList | null): void => {
    for (const picture of files ?? []) {
      const name = t('people.phone.file', { time: timeOf(new Date()) })
      if (station) queue.add({ key: keyOfPhoto(), stationId: station.id, purpose: now, name, picture })
    }
  }
  return (
    <>
      {stationId !== null && station && <p className={styles.station}>{station.name}</p>}
      {stationId === null && stations && (
        <NativeSelect
          size="lg"
          label={t('people.phone.station')}
          value={station?.id ?? ''}
          data={stations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <SegmentedControl
        size="lg"
        fullWidth
        aria-label={t('people.phone.mode')}
        value={now}
        data={purposes.map((value) => ({ value, label: t(`people.phone.${value}`) }))}
        onChange={setPurpose}
      />
      <Last outcome={last} purpose={now} />
      <output aria-live="polite">
        {waiting > 0 && <p>{t('people.phone.waiting', { count: waiting })}</p>}
        {sent > 0 && <p data-testid="sent">{t('people.phone.sent', { count: sent })}</p>}
      </output>
      <label className={styles.take}>
        {t('people.phone.take')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="unseen"
          onChange={(event) => {
            take(event.currentTarget.files)
            // The same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
    </>
  )
}

function Last({ outcome, purpose }: { outcome: Outcome | null; purpose: Purpose }): ReactElement {
  const { t } = useTranslation()
  if (outcome && 'problem' in outcome) return <ProblemView error={outcome.problem} />
  // What became of the photo before says nothing any more once something else is asked.
  const shown = outcome?.photo.purpose === purpose ? outcome : null
  const { verdict = null } = shown ?? {}
  return (
    <output className={styles.verdict} data-word={verdict?.verdict}>
      {shown && <Taken picture={shown.photo.picture} />}
      {verdict && t(`people.phone.${verdict.verdict}`)}
      {!shown && <span className={styles.soft}>{t(`people.phone.empty.${purpose}`)}</span>}
      {shown && !verdict && purpose !== 'check' && (
        <span className={styles.soft}>{t(`people.phone.kept.${purpose}`)}</span>
      )}
    </output>
  )
}

/** The photo itself, to see that the part is on it, and sharp. */
function Taken({ picture }: { picture: Blob }): ReactElement {
  const { t } = useTranslation()
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(picture)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [picture],
  )
  return <img ref={show} className={styles.taken} alt={t('people.phone.taken')} />
}

async function stationsFor(stationId: string | null): Promise<Station[]> {
  if (stationId === null) return ownApi.stations()
  const response = await fetch(`/api/v1/stations/${stationId}`)
  return response.ok ? [(await response.json()) as Station] : []
}

/** Without HTTPS a browser has no randomUUID. */
function keyOfPhoto(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `phone-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** By the phone's clock, to the hundredth: a name by which a person knows a photo again. */
function timeOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')
  return `${clock},${two(Math.floor(at.getMilliseconds() / 10))}`
}
