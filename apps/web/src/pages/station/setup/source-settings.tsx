import { Button } from '@mantine/core'
import type { Station, StationSource } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useApi, useWorkspace } from '../../../app/workspace.ts'
import { CopyText } from '../../../parts/copy-text.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useMe } from '../../login/gate.tsx'
import { draftOf, faultIn, sourceOf } from '../../stations/source-draft.ts'
import { SourceFields } from '../../stations/source-fields.tsx'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'
import { SimulatorSettings } from './simulator-settings.tsx'

/** Where the pictures come from, and how to send them; in the own workspace it can be another place. */
export function SourceSettings({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const { kind } = useWorkspace()
  const [changing, setChanging] = useState(false)
  const { source } = station
  const address = `${location.origin}${base}/stations/${station.id}`
  const { data: me } = useMe()
  // Where people log in a program shows its key; beyond this computer the certificate is the box's own.
  const key = me?.accounts ? ` -H "Authorization: Bearer ${t('station.source.key')}"` : ''
  const waits = source.kind === 'camera' && source.trigger.by === 'message'
  return (
    <div className={styles.form}>
      {source.kind === 'simulator' && <SimulatorSettings stationId={station.id} source={source} />}
      {source.kind === 'folder' && <p>{t('station.source.folder', { path: source.path })}</p>}
      {source.kind === 'camera' && <p>{t('station.source.camera', { address: source.address })}</p>}
      {waits && (
        <div className={styles.field}>
          <p>{t('station.source.trigger')}</p>
          <CopyText text={`curl -X POST${key} ${address}/trigger`} />
        </div>
      )}
      {source.kind !== 'simulator' && (
        <div className={styles.field}>
          <p>{t('station.source.http')}</p>
          <CopyText text={`curl --data-binary @foto.jpg -H "Content-Type: image/jpeg"${key} ${address}/frames`} />
        </div>
      )}
      {key !== '' && (
        <p className="soft">
          {t('station.source.keyWhy')} <Link href="/people">{t('people.link')}</Link>
        </p>
      )}
      {kind === 'own' && !changing && (
        <div>
          <Button variant="default" size="md" onClick={() => setChanging(true)}>
            {t('station.source.change')}
          </Button>
        </div>
      )}
      {changing && <OtherSource station={station} onClose={() => setChanging(false)} />}
    </div>
  )
}

function OtherSource({ station, onClose }: { station: Station; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(draftOf(station.source))
  const [tried, setTried] = useState(false)
  const { change, error, busy } = useStationChange(station.id)
  const save = async (): Promise<void> => {
    setTried(true)
    if (faultIn(draft) !== null) return
    const before: StationSource = station.source
    await change({ source: sourceOf(draft) })
    say(t('station.source.changed'), { undo: () => void change({ source: before }) })
    onClose()
  }
  return (
    <>
      <SourceFields draft={draft} tried={tried} onChange={setDraft} />
      {error && <ProblemView error={error} />}
      <div className={styles.buttons}>
        <Button size="md" loading={busy} onClick={() => void save().catch(() => undefined)}>
          {t('station.source.save')}
        </Button>
        <Button variant="default" size="md" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  )
}
