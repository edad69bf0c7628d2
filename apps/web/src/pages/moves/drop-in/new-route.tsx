import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { DialectFacts, DialectId, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import type { MadeRoute } from '../../../api/moves.ts'
import { useMovesApi, useMovesKey } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { Changing } from '../../register/changing.tsx'
import { DialectChoice } from './dialect-choice.tsx'
import styles from './drop-in.module.css'

interface NewRouteProps {
  dialects: DialectFacts[]
  stations: Station[]
  onMade: (made: MadeRoute) => void
}

/** Services whose answers name what they saw: there the old names must come back. */
const naming: ReadonlySet<DialectId> = new Set(['custom-vision', 'rekognition'])

/** Which service, which station, which name: three questions, and then the key. */
export function NewRoute({ dialects, stations, onMade }: NewRouteProps): ReactElement {
  const { t } = useTranslation()
  const api = useMovesApi()
  const client = useQueryClient()
  const queryKey = useMovesKey('routes')
  const [path, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('dialect')
  const dialect = dialects.find(({ id }) => id === asked) ?? dialects[0]
  const [stationId, setStationId] = useState('')
  const [model, setModel] = useState('')
  const [names, setNames] = useState({ good: 'good', bad: 'anomaly' })
  const chosen = stations.find(({ id }) => id === stationId) ?? stations.find(isTaught) ?? stations[0]
  const add = useMutation({
    mutationFn: api.addRoute,
    onSuccess: async (made) => {
      setModel('')
      await client.invalidateQueries({ queryKey })
      onMade(made)
    },
  })
  if (!dialect || !chosen) return <></>
  return (
    <Changing>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ dialect: dialect.id, model: model.trim(), stationId: chosen.id, names, perSecond: 50 })
        }}
      >
        <DialectChoice
          dialects={dialects}
          chosen={dialect.id}
          onChoose={(id) => navigate(`${path}?dialect=${id}`, { replace: true })}
        />
        <div className={styles.fields}>
          <NativeSelect
            size="md"
            label={t('dropIn.station')}
            description={isTaught(chosen) ? undefined : t('dropIn.stationText')}
            value={chosen.id}
            data={stations.map((station) => ({
              value: station.id,
              label: isTaught(station) ? station.name : t('dropIn.untaught', { station: station.name }),
            }))}
            onChange={(event) => setStationId(event.currentTarget.value)}
          />
          <TextInput
            size="md"
            label={t('dropIn.model')}
            description={t(`dropIn.dialect.${dialect.id}.model`)}
            value={model}
            required
            withAsterisk={false}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setModel(event.currentTarget.value)}
          />
          {naming.has(dialect.id) && (
            <div className={styles.pair}>
              <TextInput
                size="md"
                label={t('dropIn.names.good')}
                value={names.good}
                required
                withAsterisk={false}
                maxLength={100}
                onChange={(event) => setNames({ ...names, good: event.currentTarget.value })}
              />
              <TextInput
                size="md"
                label={t('dropIn.names.bad')}
                value={names.bad}
                required
                withAsterisk={false}
                maxLength={100}
                onChange={(event) => setNames({ ...names, bad: event.currentTarget.value })}
              />
              <p className="soft small">{t('dropIn.names.text')}</p>
            </div>
          )}
          {add.error && <ProblemView error={add.error} />}
          <div>
            <Button type="submit" size="lg" loading={add.isPending}>
              {t('dropIn.submit')}
            </Button>
          </div>
        </div>
      </form>
    </Changing>
  )
}

function isTaught({ state }: Station): boolean {
  return state !== 'untaught'
}
