import { type Amount, NabijError, oneWhole } from '@nabij/base'
import { cashFlow } from './cash-flow.ts'
import { asExpected, type Model } from './model.ts'
import { npv } from './worth.ts'

export type BreakEven =
  | { images: number; reason: null }
  /** not-by-volume: the cloud's bill does not depend on it; never: at no volume that exists. */
  | { images: null; reason: 'not-by-volume' | 'never' }

const mostImages = 10 ** 12

/** The fewest images a month with which it has paid for itself by the time that the hardware is worn out. */
export function breakEven(model: Model): BreakEven {
  if (!model.cloud.some(({ perImage }) => perImage !== null)) return { images: null, reason: 'not-by-volume' }
  if (pays(0)) return { images: 0, reason: null }
  let high = 1
  while (!pays(high)) {
    high *= 2
    if (high > mostImages) return { images: null, reason: 'never' }
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (pays(middle)) high = middle
    else low = middle
  }
  return { images: high, reason: null }

  function pays(images: number): boolean {
    try {
      return npvAt(BigInt(images) * oneWhole) >= 0n
    } catch (error) {
      // A plan that ends below this volume is none that pays at it.
      if (error instanceof NabijError && error.code === 'NABIJ_PRICE_LIMIT') return false
      throw error
    }
  }

  function npvAt(images: Amount): Amount {
    return npv(cashFlow({ ...model, images }, model.lifetime, asExpected), model.lifetime, model.discount)
  }
}
