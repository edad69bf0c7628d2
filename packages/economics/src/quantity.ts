import { type Amount, amountOf, NabijError, oneWhole } from '@nabij/base'

/** Beyond this no company pays, and no camera looks. */
const most = 10n ** 15n * oneWhole

/** A number of nought or more. @throws NabijError NABIJ_NO_QUANTITY: NaN, a minus, words */
export function quantity(given: string | number, where: string): Amount {
  const value = amountOf(typeof given === 'number' ? plain(given) : given)
  if (value === null || value < 0n || value > most)
    throw new NabijError('NABIJ_NO_QUANTITY', { where, value: String(given).slice(0, 40) })
  return value
}

/** JavaScript writes small numbers as 1e-7, and large ones as 1e+21. */
function plain(value: number): string {
  return String(value).replace('e+', 'e')
}
