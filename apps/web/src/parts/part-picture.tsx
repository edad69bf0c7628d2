import type { Region, Verdict } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Api } from '../api/client.ts'
import { HeatLayer } from './heat-layer.tsx'
import { useLoadedPicture } from './loaded-picture.ts'
import { PartOutlines } from './part-outlines.tsx'
import styles from './part-picture.module.css'

declare module 'react' {
  interface CSSProperties {
    /** Width divided by height. */
    '--ratio'?: number
  }
}

interface PartPictureProps {
  api: Api
  verdict: Verdict
  alt: string
  /** Strength of the heat map, 0 to 1. */
  strength: number
  /** Limit of one place of the map, from the recipe that judged. */
  mapLimit: number
  regions?: boolean
}

/** A part with its heat map and the places that stand out over it; the box keeps its shape while pictures change. */
export function PartPicture({ api, verdict, alt, strength, mapLimit, regions }: PartPictureProps): ReactElement {
  const { t } = useTranslation()
  const wanted = verdict.frameKept ? `${api.base}/verdicts/${verdict.id}/picture` : null
  const { shown, failed } = useLoadedPicture(wanted)
  const current = shown === wanted
  const gone = wanted === null || (failed && current)
  return (
    <div className={styles.frame} style={{ '--ratio': (verdict.width ?? 4) / (verdict.height ?? 3) }}>
      {gone && <p className={styles.gone}>{t(wanted === null ? 'station.noPicture' : 'station.noShow')}</p>}
      {!gone && shown && <img className={styles.picture} src={shown} alt={alt} />}
      {!gone && current && verdict.mapKept && strength > 0 && (
        <HeatLayer map={`${api.base}/verdicts/${verdict.id}/map`} mapLimit={mapLimit} strength={strength} />
      )}
      {!gone && current && verdict.parts.length > 0 && <PartOutlines parts={verdict.parts} />}
      {!gone && current && regions && verdict.regions.map((region) => <Box key={keyOf(region)} region={region} />)}
    </div>
  )
}

function Box({ region }: { region: Region }): ReactElement {
  const percent = (share: number): string => `${share * 100}%`
  const { x, y, w, h } = region
  return (
    <span
      className={styles.region}
      style={{ left: percent(x), top: percent(y), width: percent(w), height: percent(h) }}
    />
  )
}

function keyOf({ x, y, w, h }: Region): string {
  return [x, y, w, h].join(' ')
}
