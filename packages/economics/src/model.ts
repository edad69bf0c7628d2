import type { Amount, Parameter, Price } from '@nabij/base'
import { oneWhole, parameters } from '@nabij/base'

/** A meter that runs each month. */
export interface Metered {
  id: string
  price: Price
  /** Units for each image, or units a month whatever the volume. */
  perImage: Amount | null
  perMonth: Amount
  /** Share of the calls that are billed. */
  billed: Amount
  /** What a unit of its currency is worth in that of the case. */
  worth: Amount
  foreign: boolean
}

/** What is paid once. Foreign amounts move with the rate. */
export interface Once {
  id: 'hardware' | 'spare' | 'set-up' | 'installation' | 'migration'
  amount: Amount
  foreign: Amount
}

/** A case with every price looked up and every number exact, in the case's own currency. */
export interface Model {
  images: Amount
  growth: Amount
  cloud: Metered[]
  lines: Metered[]
  power: Metered | null
  labour: Amount
  software: Amount
  once: Once[]
  residual: Amount
  lifetime: number
  discount: Amount
}

/** By what each uncertain thing is multiplied; one whole is as expected. */
export type Factors = Readonly<Record<Parameter, Amount>>

export const asExpected: Factors = Object.fromEntries(parameters.map((name) => [name, oneWhole])) as Record<
  Parameter,
  Amount
>
