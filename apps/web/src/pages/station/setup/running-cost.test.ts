import { describe, expect, it } from 'vitest'
import { runningCost } from './running-cost.ts'

describe('power for a thousand pictures', () => {
  it('is what the box draws for as long as it takes', () => {
    // 36 ms each is 36 s for a thousand; 10 W for 36 s is 0.1 Wh, at 30 cents a kWh 0.003 cents.
    const cost = runningCost(36, 10, 30)
    expect(cost?.wattHours).toBeCloseTo(0.1, 9)
    expect(cost?.cents).toBeCloseTo(0.003, 9)
  })

  it('is unknown where something is', () => {
    expect(runningCost(null, 10, 30)).toBeNull()
    expect(runningCost(36, null, 30)).toBeNull()
    expect(runningCost(36, 10, null)).toMatchObject({ cents: null })
  })
})
