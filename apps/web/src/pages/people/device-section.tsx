import { Button, NativeSelect } from '@mantine/core'
import type { Device } from '@nabij/base'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { peopleApi } from '../../api/people.ts'
import { useStations } from '../../api/queries.ts'
import { ownApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from '../data/data-page.module.css'

/** Phones and screens: a QR code to pair one, a button to end it. */
export function DeviceSection({ reachable }: { reachable: boolean }): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: devices = [], error } = useQuery({
    queryKey: ['devices'],
    queryFn: peopleApi.devices,
    refetchInterval: 5000,
  })
  const { moment } = useFormats()
  const { data: stations = [] } = useStations(ownApi)
  const [chosen, setChosen] = useState('')
  const open = useMutation({
    mutationFn: (kind: Device['kind']) =>
      peopleApi.openPairing({ kind, name: t(`people.device.${kind}Name`), stationId: chosen === '' ? null : chosen }),
  })
  const boundTo = (id: string): string => stations.find((station) => station.id === id)?.name ?? t('common.unknown')
  const remove = useMutation({ mutationFn: peopleApi.removeDevice, onSuccess: () => client.invalidateQueries() })
  const failed = error ?? open.error ?? remove.error
  return (
    <section className={styles.section} id="devices">
      <h2>{t('people.device.title')}</h2>
      <p>{t('people.device.text')}</p>
      {!reachable && (
        <>
          <p>{t('people.device.local')}</p>
          <code>nabij start --host 0.0.0.0</code>
        </>
      )}
      <NativeSelect
        size="md"
        label={t('people.device.station')}
        value={chosen}
        data={[
          { value: '', label: t('people.device.all') },
          ...stations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className={styles.edit}>
        <Button size="md" loading={open.isPending} onClick={() => open.mutate('phone')}>
          {t('people.device.phone')}
        </Button>
        <Button size="md" variant="default" onClick={() => open.mutate('screen')}>
          {t('people.device.screen')}
        </Button>
      </div>
      {open.data && (
        <>
          <Qr text={open.data.address} label={t('people.device.qr')} />
          <p>{t('people.device.scan')}</p>
          <p data-testid="pairing">
            <a href={open.data.address}>{open.data.address}</a>
          </p>
          {reachable && <p className="soft">{t('people.device.warns')}</p>}
        </>
      )}
      {failed && <ProblemView error={failed} />}
      {devices.length === 0 && <p className="soft">{t('people.device.none')}</p>}
      <ul className={styles.list}>
        {devices.map(({ id, name, stationId, seenAt }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong>{' '}
              <span className="soft">
                {stationId === null
                  ? t('people.device.all')
                  : t('people.device.bound', { station: boundTo(stationId) })}
                {seenAt !== null && ` · ${t('people.device.seen', { moment: moment(seenAt) })}`}
              </span>
            </span>
            <Button variant="subtle" onClick={() => remove.mutate(id)}>
              {t('people.device.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Drawn here, from nothing but the text: always dark on white, or a phone cannot read it. */
function Qr({ text, label }: { text: string; label: string }): ReactElement {
  const { data, size } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img cannot hold what is drawn here
    <svg width="240" height="240" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}
