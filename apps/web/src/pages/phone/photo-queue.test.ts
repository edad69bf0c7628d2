import { describe, expect, it } from 'vitest'
import { createPhotoQueue, type Outcome, type QueuedPhoto } from './photo-queue.ts'

const photo = (key: string): QueuedPhoto => ({
  key,
  stationId: 's',
  purpose: 'good',
  name: `${key}.jpg`,
  picture: new Blob([key]),
})
const lost = new Error('lost')

describe('the photos of a phone', () => {
  it('wait while there is no connection, and then go in order, each once', async () => {
    let online = false
    const sent: string[] = []
    const outcomes: Outcome[] = []
    let again: () => void = () => undefined
    const retried = Promise.withResolvers<void>()
    const queue = createPhotoQueue({
      async send({ key }) {
        if (!online) throw lost
        if (key === 'c') throw new Error('refused')
        sent.push(key)
        return null
      },
      isLost: (error) => error === lost,
      later(action) {
        again = action
        retried.resolve()
      },
      onChange: (outcome) => void (outcome && outcomes.push(outcome)),
    })
    for (const key of ['a', 'b', 'c', 'd']) queue.add(photo(key))
    await retried.promise
    expect([queue.waiting(), sent]).toEqual([4, []])
    online = true
    again()
    await expect.poll(() => queue.waiting()).toBe(0)
    expect(sent).toEqual(['a', 'b', 'd'])
    expect(outcomes.map((outcome) => 'problem' in outcome)).toEqual([false, false, true, false])
  })
})
