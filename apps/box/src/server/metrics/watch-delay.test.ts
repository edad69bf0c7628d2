import { afterEach, expect, it } from 'vitest'
import { type DelayWatch, watchDelay } from './watch-delay.ts'

let watch: DelayWatch
afterEach(() => watch.stop())

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

function hold(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

it('says the same to everybody who asks', async () => {
  watch = watchDelay()
  await until(() => watch.p99() > 0)
  hold(300)
  await until(() => watch.p99() > 0.2)
  expect(watch.p99()).toBeGreaterThan(0.2)
  expect(watch.p99()).toBeGreaterThan(0.2)
})

it('remembers one stretch, and forgets it in the end', async () => {
  watch = watchDelay(250)
  await until(() => watch.p99() > 0)
  hold(120)
  await until(() => watch.p99() > 0.05)
  await until(() => watch.p99() < 0.05)
  expect(watch.p99()).toBeLessThan(0.05)
})
