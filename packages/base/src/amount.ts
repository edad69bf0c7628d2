/**
 * An exact amount: millionths of a millionth of a currency's unit (or of whatever is counted). Prices per picture are
 * fractions of a cent, and bills add up thousands of lines of less than one.
 */
export type Amount = bigint

/** One whole: a euro, a picture, an hour. */
export const oneWhole: Amount = 10n ** 12n

const places = 12
const withoutCents = new Set(['JPY', 'KRW', 'ISK'])

/** A decimal number, with an exponent if need be; null when it is none. What is smaller than can be kept is cut off. */
export function amountOf(text: string): Amount | null {
  const parts = /^([+-]?)(\d{1,15})(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text)
  if (!parts) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const kept = fraction.slice(0, 60)
  const shift = places + Number(exponent) - kept.length
  const digits = BigInt(whole + kept)
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift)
  return sign === '-' ? -value : value
}

/** `numerator / denominator`, rounded half away from zero. `denominator` is above zero. */
export function divided(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n
  return (numerator < 0n ? numerator - half : numerator + half) / denominator
}

/** Two amounts multiplied, as 3 hours at 25 euros: 75 euros. */
export function multiplied(a: Amount, b: Amount): Amount {
  return divided(a * b, oneWhole)
}

/** Whole minor units of a currency (euro cents), rounded half away from zero. */
export function minorUnits(amount: Amount, currency: string): number {
  return Number(divided(amount, minorUnit(currency)))
}

/** An amount out of minor units. */
export function fromMinorUnits(minor: number, currency: string): Amount {
  return BigInt(minor) * minorUnit(currency)
}

function minorUnit(currency: string): Amount {
  return oneWhole / (withoutCents.has(currency) ? 1n : 100n)
}

/** As a decimal number without needless zeros: 0.0012. */
export function amountText(amount: Amount): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0')
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
  return amount < 0n ? `-${text}` : text
}
