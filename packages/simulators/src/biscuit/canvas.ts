import type { Random } from '../random.ts'
import type { View } from './view.ts'

/** What the light does to a picture: the lamps age and warm up, the sun comes through a roof window. */
export interface Light {
  /** Brightness as a factor of each of red, green and blue. */
  gain: [number, number, number]
  /** From where it shines, in radians; the lamps hang at the top left. */
  azimuth: number
  /** Brighter (positive) at the left than at the right. */
  slope: number
}

/** Linear light, red green blue, row by row. */
export type Canvas = Float32Array

const curveSteps = 4096
const curveTop = 1.5
const screenOf = makeCurve()
const noiseSide = 1 << 16

/** The canvas as a camera would give it: light, darker corners, grain of the sensor, screen values. */
export function develop(canvas: Canvas, view: View, light: Light, grain: Float32Array, grainAt: number): Uint8Array {
  const { width, height } = view
  const data = new Uint8Array(width * height * 3)
  const scale = (curveSteps - 1) / curveTop
  for (let y = 0, at = 0; y < height; y++) {
    const fromMiddle = ((y - height / 2) / height) ** 2
    for (let x = 0; x < width; x++) {
      const across = (x - width / 2) / width
      const falloff = (1 - 0.5 * (across * across + fromMiddle)) * (1 - light.slope * across)
      for (let channel = 0; channel < 3; channel++, at++) {
        const signal = (canvas[at] as number) * falloff * (light.gain[channel] as number)
        const noisy = signal + (grain[(at + grainAt) & (noiseSide - 1)] as number) * (0.0008 + 0.011 * signal)
        const step = noisy <= 0 ? 0 : noisy >= curveTop ? curveSteps - 1 : (noisy * scale) | 0
        data[at] = screenOf[step] as number
      }
    }
  }
  return data
}

/** Grain of the sensor, to be read from a place that differs from picture to picture. */
export function sensorGrain(random: Random): Float32Array {
  return Float32Array.from({ length: noiseSide }, () => random.normal())
}

/** From light to screen: sRGB with a soft shoulder, so that a highlight keeps its colour. */
function makeCurve(): Uint8Array {
  return Uint8Array.from({ length: curveSteps }, (_, step) => {
    const light = (step / (curveSteps - 1)) * curveTop
    const knee = 0.7
    const soft = light < knee ? light : knee + (1 - knee) * (1 - Math.exp(-(light - knee) / (1 - knee)))
    const screen = soft <= 0.0031308 ? soft * 12.92 : 1.055 * soft ** (1 / 2.4) - 0.055
    return Math.round(255 * Math.min(1, screen))
  })
}
