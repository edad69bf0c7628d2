import { MoneyResult, NabijError, Price } from '@nabij/base'
import { afterAll, describe, expect, it } from 'vitest'
import { findInstallation } from '../../installation.ts'
import * as examples from '../../server/routes/economics-examples.ts'
import { type Json, parsed } from '../register/json.ts'
import { registerThread } from '../register/register-thread.ts'
import { createEconomicsDesk } from './economics-desk.ts'

const thread = registerThread(findInstallation().knowledge)
afterAll(() => thread.stop())
const desk = createEconomicsDesk(thread.ask)
const read = <T>(answer: Promise<Json>) => answer.then((json) => parsed<T>(json))

describe('money in the thread that knows the pack', { timeout: 60_000 }, () => {
  it('has the prices that came with nabij', async () => {
    const { prices } = await read<{ prices: unknown[] }>(desk.prices())
    expect(Price.array().parse(prices).length).toBeGreaterThan(40)
  })

  it('works cases out, with the prices of the pack and with those that are sent along', async () => {
    const own = MoneyResult.parse(await read(desk.moneyCase(examples.input)))
    expect(own.verdict).toEqual(examples.result.verdict)
    const cloud = [{ ...examples.input.cloud[0], price: 'google-vision-label' }] as typeof examples.input.cloud
    const inDollars = MoneyResult.parse(
      await read(
        desk.moneyCase({
          ...examples.input,
          cloud,
          currency: 'USD',
          rates: [{ currency: 'EUR', worth: '1.1', on: '2026-11-20', source: 'bank' }],
        }),
      ),
    )
    expect(inDollars.facts.find(({ id }) => id === 'price.google-vision-label')).toMatchObject({
      given: 'book',
      status: 'confirmed',
    })
  })

  it('says what is wrong by its code, across the thread', async () => {
    const wrong = desk.moneyCase({ ...examples.input, prices: [] })
    await expect(wrong).rejects.toBeInstanceOf(NabijError)
    await expect(wrong).rejects.toMatchObject({ code: 'NABIJ_PRICE_UNKNOWN', params: { id: 'example-look' } })
  })
})
