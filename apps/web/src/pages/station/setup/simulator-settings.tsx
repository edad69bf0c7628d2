import { Slider } from '@mantine/core'
import type { StationSource } from '@nabij/base'
import { type ReactElement, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'

interface SimulatorSettingsProps {
  stationId: string
  source: Extract<StationSource, { kind: 'simulator' }>
}

/** A simulated line can be set faster and worse. */
export function SimulatorSettings({ stationId, source }: SimulatorSettingsProps): ReactElement {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const { change, error } = useStationChange(stationId)
  const set = (part: Partial<typeof source>): void =>
    void change({ source: { ...source, ...part } }).catch(() => undefined)
  return (
    <>
      <Setting
        label={t('station.source.rate')}
        value={source.perSecond}
        range={[0.5, 20, 0.5]}
        write={(value) => number(value, 1)}
        onSet={(perSecond) => set({ perSecond })}
      />
      <Setting
        label={t('station.source.defects')}
        value={source.defectRate}
        range={[0, 0.5, 0.01]}
        write={(value) => percent(value)}
        onSet={(defectRate) => set({ defectRate })}
      />
      {error && <ProblemView error={error} />}
    </>
  )
}

interface SettingProps {
  label: string
  value: number
  range: [min: number, max: number, step: number]
  write: (value: number) => string
  onSet: (value: number) => void
}

/** A slider that is sent once it is let go. */
function Setting({ label, value, range: [min, max, step], write, onSet }: SettingProps): ReactElement {
  const id = useId()
  const [held, setHeld] = useState<number | null>(null)
  const shown = held ?? value
  return (
    <div className={styles.field}>
      <div className={styles.value}>
        <span id={id}>{label}</span>
        <strong>{write(shown)}</strong>
      </div>
      <Slider
        thumbProps={{ 'aria-labelledby': id }}
        thumbSize={24}
        label={null}
        min={min}
        max={max}
        step={step}
        value={shown}
        onChange={setHeld}
        onChangeEnd={(end) => {
          setHeld(null)
          onSet(end)
        }}
      />
    </div>
  )
}
