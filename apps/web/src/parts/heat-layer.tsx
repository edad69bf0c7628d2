import { type ReactElement, useEffect, useRef } from 'react'
import { colourMap, mapSize } from './heat.ts'
import styles from './part-picture.module.css'

interface HeatLayerProps {
  /** Address of the 64 × 64 grey map. */
  map: string
  mapLimit: number
  /** 0 to 1. */
  strength: number
}

/** The anomaly map, coloured, over the picture below it. */
export function HeatLayer({ map, mapLimit, strength }: HeatLayerProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    void draw(canvas.current, map, mapLimit, stop.signal)
    return () => stop.abort()
  }, [map, mapLimit])
  return (
    <canvas
      ref={canvas}
      width={mapSize}
      height={mapSize}
      className={styles.heat}
      style={{ opacity: strength }}
      data-testid="heat"
    />
  )
}

/** Draws the map once it has come; `data-drawn` says whether it did. */
async function draw(canvas: HTMLCanvasElement | null, map: string, mapLimit: number, stop: AbortSignal): Promise<void> {
  const context = canvas?.getContext('2d', { willReadFrequently: true })
  if (!canvas || !context) return
  const image = new Image()
  image.src = map
  const came = await image.decode().then(
    () => true,
    () => false,
  )
  if (stop.aborted) return
  context.clearRect(0, 0, mapSize, mapSize)
  canvas.dataset['drawn'] = String(came)
  if (!came) return
  context.drawImage(image, 0, 0, mapSize, mapSize)
  const pixels = context.getImageData(0, 0, mapSize, mapSize)
  colourMap(pixels.data, mapLimit)
  context.putImageData(pixels, 0, 0)
}
