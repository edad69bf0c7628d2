import { Button } from '@mantine/core'
import type { Station } from '@nabij/base'
import { useMutation } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useMe } from '../login/gate.tsx'
import { OpenToNetwork } from '../people/open-to-network.tsx'
import { PairingCode } from '../people/pairing-code.tsx'
import styles from './teach.module.css'

/** A phone as the camera of this station: the code to scan, or what has to be done before a phone can come near. */
export function WithPhone({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const [shown, setShown] = useState(false)
  const open = useMutation({
    mutationFn: () =>
      peopleApi.openPairing({ kind: 'phone', name: t('people.device.phoneName'), stationId: station.id }),
  })
  const toggle = (): void => {
    if (!shown && me?.reachable) open.mutate()
    setShown(!shown)
  }
  return (
    <div className={styles.withPhone}>
      <Button size="md" variant="default" aria-expanded={shown} loading={open.isPending} onClick={toggle}>
        {t('teach.photos.phone')}
      </Button>
      {shown && me && (
        <div className={styles.pairing}>
          {!me.reachable && <OpenToNetwork accounts={me.accounts} />}
          {open.data && <PairingCode pairing={open.data} />}
          {open.error && <ProblemView error={open.error} />}
          <p className="soft">
            {t('teach.photos.phoneSelf')} <a href="/phone">{t('teach.photos.phoneHere')}</a>
          </p>
        </div>
      )}
    </div>
  )
}
