import type { MoneyInput } from '@nabij/base'
import type { Json } from '../register/json.ts'
import type { RegisterThread } from '../register/register-thread.ts'

/** What one workspace knows of money. */
export interface EconomicsDesk {
  /** The price book of the pack in use. */
  prices(): Promise<Json>
  /** @throws NabijError NABIJ_PRICE_…, NABIJ_CURRENCY_MIX, NABIJ_NO_QUANTITY */
  moneyCase(input: MoneyInput): Promise<Json>
}

export function createEconomicsDesk(ask: RegisterThread['ask']): EconomicsDesk {
  return { prices: () => ask('prices'), moneyCase: (input) => ask('moneyCase', input) }
}
