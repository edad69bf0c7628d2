import { Button } from '@mantine/core'
import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../parts/problem-view.tsx'
import { say } from '../../parts/toasts.tsx'
import { useStationChange } from './station-change.ts'

/** Stops a station or sets it going again; what was done can be undone. */
export function StopSwitch({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { change, error, busy } = useStationChange(station.id)
  const stopped = station.state === 'stopped'
  const turn = async (stop: boolean): Promise<void> => {
    await change({ stopped: stop })
    say(t(stop ? 'station.stopped' : 'station.started', { station: station.name }), {
      undo: () => void change({ stopped: !stop }),
    })
  }
  return (
    <>
      <Button size="lg" variant={stopped ? 'filled' : 'default'} loading={busy} onClick={() => void turn(!stopped)}>
        {t(stopped ? 'station.start' : 'station.stop')}
      </Button>
      {error && <ProblemView error={error} />}
    </>
  )
}
