import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { amountText, MoneyInput, oneWhole } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { cashFlow } from './cash-flow.ts'
import { discountFactors } from './discount.ts'
import { bookOf, modelOf } from './model-of.ts'
import { moneyCase } from './money-case.ts'
import { book, figure } from './testing/some-case.ts'
import { cumulative, presentValue } from './worth.ts'

/** The page in a language, and how that writes numbers. */
const pages = { nl: { point: '.', comma: ',' }, en: { point: ',', comma: '.' } }

describe.each(['nl', 'en'] as const)('the case that the page in %s works out by hand', (language) => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'how-to')
  const page = readFileSync(join(folder, `cost.${language}.md`), 'utf8')
    .replaceAll('€ ', '€')
    .replaceAll('$ ', '$')
  const input = MoneyInput.parse(JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? ''))
  const result = moneyCase({ ...input, draws: 100 }, book)
  const model = modelOf(input, bookOf(input, book))
  const { point, comma } = pages[language]
  const written = (text: string) => {
    const [whole = '', rest] = text.split('.')
    const threes = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, point)
    return rest === undefined ? threes : threes + comma + rest
  }
  const euros = (id: string) => `**€${written((figure(result, id) / 100).toFixed(2))}**`

  it.each(['cloud', 'here', 'saving', 'invested', 'npv36', 'npv60', 'roomForLabour'])('says what it is: %s', (id) => {
    expect(page).toContain(euros(id))
  })

  it('pays back when it says so, and from the volume that it says', () => {
    expect(page).toContain(`**${figure(result, 'payBack')} `)
    expect(page).toContain(`**${written(String(figure(result, 'breakEven')))}**`)
  })

  it('uses the interest that it writes out', () => {
    for (const months of [36, 60]) {
      const annuity = presentValue(
        Array.from({ length: months }, () => oneWhole),
        model.discount,
      )
      expect(page).toContain(`€${written(Number(amountText(annuity)).toFixed(4))}`)
    }
    const flow = cashFlow(model, 3)
    const sums = cumulative(flow, model.discount).map((sum) => Number(amountText(sum + flow.once)))
    const texts = sums.map((sum) => written(sum.toFixed(2)))
    expect(page).toContain(texts[2])
    expect(page).toContain(texts[3])
    const saving = figure(result, 'saving')
    expect(saving).toBe(432_58)
    for (const month of [1, 2, 3]) {
      const worth = (432.5835 * Number(discountFactors(model.discount, 3)[month])) / 1e30
      expect(page).toContain(written(worth.toFixed(2)))
    }
  })
})
