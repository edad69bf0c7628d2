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
    let open = true
    const image = new Image()
    image.src = map
    image.decode().then(
      () => {
        const context = canvas.current?.getContext('2d', { willReadFrequently: true })
        if (!open || !context) return
        context.clearRect(0, 0, mapSize, mapSize)
        context.drawImage(image, 0, 0, mapSize, mapSize)
        const pixels = context.getImageData(0, 0, mapSize, mapSize)
        colourMap(pixels.data, mapLimit)
        context.putImageData(pixels, 0, 0)
        canvas.current?.setAttribute('data-drawn', 'true')
      },
      () => canvas.current?.setAttribute('data-drawn', 'false'),
    )
    return () => {
      open = false
    }
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
