import { Button, NativeSelect } from '@mantine/core'
import type { Device } from '@nabij/base'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { useStations } from '../../api/queries.ts'
import { ownApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from '../data/data-page.module.css'
import { OpenToNetwork } from './open-to-network.tsx'
import { PairingCode } from './pairing-code.tsx'

/** Phones and screens: a QR code to pair one, a button to end it. */
export function DeviceSection({ accounts, reachable }: { accounts: boolean; reachable: boolean }): ReactElement {
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
      {!reachable && <OpenToNetwork accounts={accounts} />}
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
      {open.data && <PairingCode pairing={open.data} />}
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
