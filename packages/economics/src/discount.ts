import { type Amount, divided, oneWhole } from '@nabij/base'

/** Factors are kept to thirty places: after twenty years of months they are still exact to the cent. */
export const factorOne = 10n ** 30n
const known = new Map<Amount, bigint[]>()

/**
 * What one unit at the end of month 0 to `months` is worth at the beginning, when money costs `yearly` a year:
 * (1 + yearly)^(-month/12), times `factorOne`.
 */
export function discountFactors(yearly: Amount, months: number): readonly bigint[] {
  const factors = known.get(yearly) ?? [factorOne]
  if (factors.length <= months) {
    const monthly = rootOfTwelve(divided(factorOne ** 12n * oneWhole, oneWhole + yearly))
    while (factors.length <= months) factors.push(divided((factors.at(-1) ?? factorOne) * monthly, factorOne))
    if (known.size > 50) known.clear()
    known.set(yearly, factors)
  }
  return factors
}

/** Newton's way, from above: the root of what is at most one. */
function rootOfTwelve(value: bigint): bigint {
  let root = factorOne
  for (;;) {
    const next = (11n * root + value / root ** 11n) / 12n
    if (next >= root) return root
    root = next
  }
}
