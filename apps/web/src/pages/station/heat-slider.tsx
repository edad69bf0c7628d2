import { Slider } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../parts/hint.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from './heat-slider.module.css'

/** How strong heat maps are drawn; remembered by this browser. */
export function useHeatStrength(): [number, (strength: number) => void] {
  const [strength, setStrength] = useLocalStorage({ key: 'nabij-heat', defaultValue: 0.85 })
  return [strength, setStrength]
}

export function HeatSlider({ value, onChange }: { value: number; onChange: (strength: number) => void }): ReactElement {
  const { t } = useTranslation()
  const { percent } = useFormats()
  const id = useId()
  return (
    <div className={styles.heat} data-print="no">
      <span id={id}>
        {t('station.heat')} <Hint text={t('station.heatHint')} />
      </span>
      <Slider
        className={styles.slider}
        aria-labelledby={id}
        thumbProps={{ 'aria-labelledby': id }}
        thumbSize={24}
        min={0}
        max={1}
        step={0.05}
        value={value}
        label={(strength) => percent(strength)}
        onChange={onChange}
      />
    </div>
  )
}
