import { randomOf } from '../random.ts'
import type { Light } from './canvas.ts'

/** The light on part number `index`: it drifts slowly, as in a bakery with a roof window, and flickers a little. */
export function lightAt(seed: number, index: number): Light {
  const line = randomOf(seed, 3)
  const wave = (parts: number): number => {
    const phase = line.next()
    return Math.sin(2 * Math.PI * (index / parts + phase))
  }
  const flicker = randomOf(seed, 4, index)
  const level = 1 + 0.025 * wave(410) + 0.015 * wave(97) + 0.005 * flicker.normal()
  const warm = 0.012 * wave(530) + 0.002 * flicker.normal()
  return {
    gain: [level * (1 + warm), level, level * (1 - warm)],
    azimuth: -2.3 + 0.05 * wave(290),
    slope: 0.12 + 0.03 * wave(350),
  }
}
