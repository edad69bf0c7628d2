import type { DropInRoute, Move, RouteComparison, RouteMeter } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StandInCloud, startStandInCloud } from '../../apps/box/src/workspace/drop-in/testing/stand-in-cloud.ts'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { bodyOf, call, createStation, teachStation } from '../support/client.ts'
import { nabij } from '../support/nabij.ts'
import { until } from '../support/until.ts'

const key = { key: 'the-company-s-own' }
const json = (value: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

describe('a box in the shadow of a cloud, with a real station', () => {
  const place = temporaryRoot()
  let box: RunningBox
  let cloud: StandInCloud
  let photos: Uint8Array[]
  let made: { route: DropInRoute; key: { key: string } }

  beforeAll(async () => {
    photos = await biscuitPhotos(6)
    cloud = await startStandInCloud('custom-vision', key, { names: { good: 'ok', bad: 'defect' } })
    box = await startBox(place.root)
    const station = await createStation(box.address, 'Oven 1')
    await teachStation(box.address, station.id, photos.slice(0, 5))
    made = await call(box.address, '/drop-in/routes', {
      method: 'POST',
      ...json({
        dialect: 'custom-vision',
        model: 'koek',
        stationId: station.id,
        names: { good: 'ok', bad: 'defect' },
        perSecond: 1000,
        mode: 'cloud-first',
        twice: 0,
        cloud: { address: cloud.address, key },
        priceId: 'azure-custom-vision-prediction-s0',
      }),
    })
  }, 180_000)
  afterAll(async () => {
    await box.stop()
    await cloud.stop()
    place.remove()
  })

  async function ask(n: number): Promise<boolean> {
    const photo = photos[n % photos.length] ?? new Uint8Array()
    // What stands behind the end of a JPEG is not looked at: another file, the same picture.
    const body = bodyOf(Buffer.concat([photo, Buffer.from([n >> 8, n % 256])]))
    const path = '/customvision/v3.1/prediction/p/classify/iterations/koek/image'
    const headers = { 'prediction-key': made.key.key, 'content-type': 'application/octet-stream' }
    const answer = await fetch(box.address + path, { method: 'POST', headers, body }).catch(() => null)
    return answer?.ok === true && (await answer.text()).includes('"ok"')
  }
  const compared = () => call<RouteComparison>(box.address, `/drop-in/routes/${made.route.id}/comparison`)
  const meter = () => call<RouteMeter>(box.address, `/drop-in/routes/${made.route.id}/meter`)

  it('compares beside the answers, and keeps that over a kill in the middle of it', { timeout: 180_000 }, async () => {
    for (let n = 0; n < 10; n++) expect(await ask(n)).toBe(true)
    const before = await until(
      async () => {
        const comparison = await compared()
        return comparison.n === 10 ? comparison : null
      },
      () => 'not everything was compared',
    )
    expect(before.latency.box.p50).toBeGreaterThan(0)
    expect(before.disagreements.length).toBe(10 - before.agreement.yes)

    const asked = Array.from({ length: 12 }, (_, n) => ask(100 + n))
    await asked[0]
    await box.kill()
    const answered = (await Promise.all(asked)).filter(Boolean).length
    expect(answered).toBeGreaterThan(0)
    box = await startBox(place.root)
    expect((await compared()).n).toBeGreaterThanOrEqual(10)
    expect((await compared()).n).toBeLessThanOrEqual(10 + 12)
    const [month] = (await meter()).months
    expect(month?.cloud).toBeGreaterThanOrEqual(10)
    expect(month?.cloud).toBeLessThanOrEqual(cloud.billed.length)
    expect(month?.units).toBe(month?.cloud)
    expect(month?.cost?.currency).toBe('USD')

    // The cloud’s key is still there, and so is the mode.
    const billed = cloud.billed.length
    expect(await ask(500)).toBe(true)
    expect(cloud.billed.length).toBe(billed + 1)
  })

  it('answers itself when the cloud stops, faster than the program would notice', { timeout: 60_000 }, async () => {
    cloud.mood.health = 'down'
    expect((await fetch(`${box.address}/readyz`)).ok).toBe(true)
    for (let n = 0; n < 4; n++) await ask(600 + n)
    const { routes } = await call<{ routes: DropInRoute[] }>(box.address, '/drop-in/routes')
    expect(routes[0]).toMatchObject({ shadow: { fellBack: 4 } })
    cloud.mood.health = 'fine'
  })

  it('is a move that the command lists and shows', { timeout: 60_000 }, async () => {
    const run = (...words: string[]) => nabij([...words, '--data', place.root, '--lang', 'nl'])
    expect((await run('moves', 'list')).out).toContain('Er is nog geen overstap begonnen')
    const service = 'azure-custom-vision'
    const begin = { serviceId: service, routeId: made.route.id, owner: 'Anna', costAfter: 12_000 }
    await call<Move>(box.address, '/moves', { method: 'POST', ...json(begin) })
    await call<Move>(box.address, `/moves/${service}/steps`, {
      method: 'POST',
      ...json({ state: 'shadowing', note: 'De dienst stopt' }),
    })
    const list = await run('moves', 'list')
    expect(list).toMatchObject({ code: 0, out: expect.stringContaining('op proef ernaast') })
    const shown = await run('moves', 'show', 'Azure Custom Vision')
    expect(shown.out).toContain('€ 120,00')
    expect(shown.out).toContain('De dienst stopt')
    expect(shown.out).toMatch(/foto’s vergeleken, .* gelijk; de regel is niet gehaald/)
    expect((await run('moves', 'line')).out).toContain('buiten Europa')
    const none = await run('moves', 'show', 'Onbekend')
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('NABIJ_MOVE_UNKNOWN') })
  })
})
