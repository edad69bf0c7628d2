import { type Amount, type MoneyResult, minorUnits, multiplied } from '@nabij/base'
import type { Case } from './case.ts'
import { cashFlow } from './cash-flow.ts'
import { asExpected } from './model.ts'
import { partLabels } from './part-labels.ts'
import { presentValue } from './worth.ts'

const horizon = 36

/** From what the cloud would have cost over 36 months to what is left, all as worth at the beginning. The bars add up to the cent. */
export function waterfall({ model, npv36, input: { currency } }: Case): MoneyResult['waterfall'] {
  const { months } = cashFlow(model, horizon)
  const worth = (amounts: readonly Amount[]) => presentValue(amounts, model.discount)
  // What is bought in the last month is for what comes after.
  const bought = months.map((row) => (row.month === horizon ? 0n : row.bought))
  const parts: [string, Amount][] = [
    ['cloud', worth(months.map(({ cloud }) => cloud))],
    ...model.once.map(({ id, amount, foreign }): [string, Amount] => [
      id,
      -(amount + multiplied(foreign, asExpected.rate)),
    ]),
    ...(['labour', 'power', 'software', 'lines'] as const).map((part): [string, Amount] => [
      part,
      -worth(months.map((row) => row[part])),
    ]),
    ['bought', -worth(bought)],
    ['brought', worth(months.map(({ brought }) => brought))],
  ]
  let sum = 0n
  const bars = parts
    .filter(([id, amount]) => amount !== 0n || id === 'cloud')
    .map(([id, amount]) => {
      // Rounded along the way, so that the bars together are what is left.
      const before = minorUnits(sum, currency)
      sum += amount
      return bar(id, minorUnits(sum, currency) - before)
    })
  return [...bars, bar('left', minorUnits(npv36, currency))]
}

function bar(id: string, amountMinor: number): MoneyResult['waterfall'][number] {
  return { id, label: partLabels[id] ?? { nl: id, en: id }, amountMinor }
}
