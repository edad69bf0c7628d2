import { Button, NativeSelect, NumberInput } from '@mantine/core'
import type { DropInRoute, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesApi, useMovesKey } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { numberIn, useLanguage } from '../../register/words.ts'
import styles from './drop-in.module.css'

interface ChangeRouteProps {
  route: DropInRoute
  stations: Station[]
  onDone: () => void
}

type Change = Pick<DropInRoute, 'stationId' | 'perSecond'>

/** Another station, or another limit; the key stays. */
export function ChangeRoute({ route, stations, onDone }: ChangeRouteProps): ReactElement {
  const { t } = useTranslation()
  const api = useMovesApi()
  const client = useQueryClient()
  const queryKey = useMovesKey('routes')
  const language = useLanguage()
  const [perSecond, setPerSecond] = useState<string | number>(route.perSecond)
  const [stationId, setStationId] = useState(route.stationId)
  const put = (change: Change) => api.changeRoute(route.id, change)
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey })
  const undo = useMutation({ mutationFn: put, onSettled })
  const change = useMutation({
    mutationFn: put,
    onSuccess: () => {
      const before = { stationId: route.stationId, perSecond: route.perSecond }
      say(t('dropIn.saved', { model: route.model }), { undo: () => undo.mutate(before) })
      onDone()
    },
    onSettled,
  })
  const limit = numberIn(perSecond)
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        if (limit !== null) change.mutate({ stationId, perSecond: limit })
      }}
    >
      <NativeSelect
        size="md"
        label={t('dropIn.station')}
        value={stationId}
        data={stations.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setStationId(event.currentTarget.value)}
      />
      <NumberInput
        size="md"
        label={t('dropIn.perSecond')}
        description={t('dropIn.perSecondText')}
        value={perSecond}
        min={0.1}
        max={1000}
        decimalScale={1}
        decimalSeparator={language === 'nl' ? ',' : '.'}
        allowNegative={false}
        onChange={setPerSecond}
      />
      {change.error && <ProblemView error={change.error} />}
      <div>
        <Button type="submit" size="md" loading={change.isPending} disabled={limit === null || limit < 0.1}>
          {t('dropIn.save')}
        </Button>
      </div>
    </form>
  )
}
