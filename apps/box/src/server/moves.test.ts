import { openBlobs } from '@nabij/adapters/blobs'
import { egressGate } from '@nabij/adapters/egress'
import type { DropInRoute, Move, MoveLine, RouteComparison, RouteMeter } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDropIn } from '../workspace/drop-in/drop-in.ts'
import { type StandInCloud, startStandInCloud } from '../workspace/drop-in/testing/stand-in-cloud.ts'
import { createMovesDesk } from '../workspace/moves/moves-desk.ts'
import { type OpenDesk, openDesk } from '../workspace/register/testing/open-desk.ts'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'

// The register reads in processes of its own: none of these may fail because the machine is busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const key = { key: 'the-company-s-own' }
const service = 'azure-custom-vision'
const named = { name: 'Azure Custom Vision', provider: 'Microsoft' }
const other = { name: 'Azure Blob Storage', provider: 'Microsoft' }

let box: FakeBox
let cloud: StandInCloud
let open: OpenDesk
const isBad = (picture: Uint8Array) => (picture.at(-1) ?? 0) % 2 === 1

beforeEach(async () => {
  box = fakeBox()
  open = await openDesk()
  cloud = await startStandInCloud(
    'custom-vision',
    key,
    { isBad, names: { good: 'ok', bad: 'defect' } },
    () => open.time.now,
  )
  const own = box.workspaces.own()
  const { inspect } = own.stations
  own.stations.inspect = async (id, frame) => ({
    ...(await inspect(id, frame)),
    verdict: isBad(frame.picture) ? ('fail' as const) : ('pass' as const),
    score: isBad(frame.picture) ? 0.9 : 0.1,
    limit: 0.5,
    kind: null,
  })
  await wire()
})

/** Opens what the box opens, over the database that there is. */
async function wire(): Promise<void> {
  const clock = () => open.time.now
  const dropIn = openDropIn({
    settings: open.stores.settings,
    stations: box.workspaces.own().stations,
    models: box.workspaces.own().models,
    store: open.stores.dropIn,
    egress: egressGate({ ledger: open.stores.egress, clock, isOutward: () => true }),
    files: await openBlobs({ folder: open.folder, clock }),
    register: open.desk,
    clock,
    onError: (error) => {
      throw error
    },
  })
  const moves = createMovesDesk({ store: open.stores.moves, register: open.desk, dropIn, clock })
  Object.assign(box.workspaces.own(), { register: open.desk, dropIn, moves })
}

afterEach(async () => {
  await box.workspaces.own().dropIn.stop()
  await cloud.stop()
  await open.close()
  box.close()
})

const on = (day: string) => {
  open.time.now = Date.parse(`${day}T12:00:00Z`)
}
const move = () => jsonOf<Move>(box.call('GET', `/moves/${service}`))
const step = (state: string, more: object = {}) =>
  jsonOf<Move>(box.send('POST', `/moves/${service}/steps`, { state, ...more }))

/** A bill of FOCUS with so many euros or dollars for a service in a month. */
function focus(month: string, amount: string, { name, provider }: typeof named): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const end = new Date(Date.UTC(year, number, 1)).toISOString()
  return `ServiceName,ProviderName,BilledCost,BillingCurrency,ChargePeriodStart,BillingPeriodEnd\n${name},${provider},${amount},USD,${month}-01T00:00:00Z,${end}\n`
}

async function route(): Promise<{ route: DropInRoute; key: { key: string } }> {
  const { id: stationId } = await box.station()
  const config = {
    dialect: 'custom-vision',
    model: 'koek',
    stationId,
    names: { good: 'ok', bad: 'defect' },
    perSecond: 1000,
    mode: 'cloud-first',
    twice: 0,
    cloud: { address: cloud.address, key },
    priceId: 'azure-custom-vision-prediction-s0',
  }
  const answer = await box.send('POST', '/drop-in/routes', config)
  expect(answer.status).toBe(201)
  return jsonOf(answer)
}

async function ask(own: string, n: number): Promise<void> {
  const answer = await box.call('POST', '//customvision/v3.1/prediction/p/classify/iterations/koek/image', {
    headers: { 'prediction-key': own, 'content-type': 'application/octet-stream' },
    body: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, n >> 8, n % 256]),
  })
  expect(answer.status).toBe(200)
  await answer.arrayBuffer()
  await box.workspaces.own().dropIn.idle()
}

describe('a cloud AI is left', () => {
  it('from cloud first, over comparison, rule, switch, bill and proof, to gone; and opens again by itself', async () => {
    for (const month of ['2026-06', '2026-07', '2026-08']) await open.add(`${month}.csv`, focus(month, '0.70', named))
    on('2026-09-05')
    const made = await route()
    const begun = await box.send('POST', '/moves', { serviceId: service, routeId: made.route.id, owner: 'Anna' })
    expect([begun.status, await begun.json()]).toMatchObject([
      201,
      { state: 'considered', owner: 'Anna', steps: [{ state: 'considered' }] },
    ])
    await step('planned', { note: 'De dienst stopt in 2028' })
    await step('shadowing')

    for (let n = 0; n < 310; n++) await ask(made.key.key, n)
    const comparison = await jsonOf<RouteComparison>(box.call('GET', `/drop-in/routes/${made.route.id}/comparison`))
    expect(comparison).toMatchObject({ n: 310, agreement: { yes: 310 }, missed: 0, rule: { met: true } })
    expect((await move()).next.nl).toContain('mag het overnemen')

    on('2026-09-20')
    await box.send('PATCH', `/drop-in/routes/${made.route.id}`, { mode: 'box' })
    const switched = await step('switched')
    expect(switched).toMatchObject({ state: 'switched', switchedOn: '2026-09-20', route: { mode: 'box', n: 310 } })
    expect(switched.steps.at(-1)?.evidence[0]?.nl).toBe('310 foto’s vergeleken, 100% gelijk; de regel is gehaald')
    await ask(made.key.key, 1)
    expect(cloud.billed).toHaveLength(310)

    // 310 predictions at 2 dollars a thousand.
    on('2026-10-02')
    const bill = cloud.bill('2026-09', 0.002, 'USD', named)
    const billed = await jsonOf<RouteMeter>(
      box.call('POST', `/drop-in/routes/${made.route.id}/bill?name=september.csv`, { body: bill }),
    )
    expect(billed.months.find(({ month }) => month === '2026-09')).toMatchObject({
      cloud: 310,
      box: 1,
      units: 310,
      cost: { amount: '0.62', currency: 'USD' },
      billed: { amount: '0.62', currency: 'USD' },
      difference: '0',
      share: 0,
    })
    expect((await move()).state).toBe('switched')

    on('2026-12-02')
    for (const month of ['2026-10', '2026-11']) await open.add(`${month}.csv`, focus(month, '9.00', other))
    const gone = await move()
    expect(gone).toMatchObject({ state: 'gone', proof: { state: 'gone' } })
    expect(gone.steps.map(({ state, seen }) => [state, seen])).toEqual([
      ['considered', false],
      ['planned', false],
      ['shadowing', false],
      ['switched', false],
      ['gone', true],
    ])

    on('2027-01-04')
    await open.add('december.csv', focus('2026-12', '0.80', named))
    const back = await move()
    expect(back).toMatchObject({ state: 'planned', reopened: { on: '2026-12-31' }, owner: 'Anna' })
    expect(back.steps.at(-1)).toMatchObject({ state: 'planned', seen: true })
    expect(back.steps.at(-1)?.evidence[0]?.nl).toContain('december.csv')
    await open.again()
    await wire()
    const line = await jsonOf<MoveLine>(box.call('GET', '/moves/line'))
    expect(line.steps.map(({ state }) => state)).toEqual(back.steps.map(({ state }) => state))
  })

  it('opens again when the meter alone shows it', async () => {
    on('2026-09-05')
    const made = await route()
    await ask(made.key.key, 1)
    await box.send('POST', '/moves', { serviceId: service, routeId: made.route.id })
    on('2026-09-20')
    await box.send('PATCH', `/drop-in/routes/${made.route.id}`, { mode: 'box' })
    expect((await step('gone')).state).toBe('switched')
    on('2026-11-25')
    expect(await move()).toMatchObject({ state: 'gone' })
    await box.send('PATCH', `/drop-in/routes/${made.route.id}`, { mode: 'cloud-first' })
    await ask(made.key.key, 2)
    const back = await move()
    expect(back).toMatchObject({ state: 'planned', reopened: { on: '2026-11-25' } })
    expect(back.reopened?.because.nl).toContain('meter: koek')
  })
})

describe('a move', () => {
  it('is the exit plan of its service: what is said there shows here, and the other way round', async () => {
    await open.desk.tick({ productId: 'slack' })
    const path = '/register/services/slack/exit-plan'
    await box.send('PATCH', path, { state: 'considered', owner: 'Bo' })
    const { moves } = await jsonOf<{ moves: Move[] }>(box.call('GET', '/moves'))
    expect(moves).toMatchObject([{ id: 'slack', state: 'considered', owner: 'Bo', steps: [{ state: 'considered' }] }])
    const changed = await jsonOf<Move>(box.send('PATCH', '/moves/slack', { by: '2027-06-01', costAfter: 12_000 }))
    expect(changed).toMatchObject({ by: '2027-06-01', owner: 'Bo', cost: { after: 12_000 } })
    expect(await jsonOf(box.call('GET', path))).toMatchObject({ state: 'considered', by: '2027-06-01' })
  })

  it('is of a service in the register only', async () => {
    expect((await problemOf(box.send('POST', '/moves', { serviceId: 'nothing' }))).code).toBe('NABIJ_SERVICE_UNKNOWN')
    expect((await problemOf(box.call('GET', '/moves/nothing'))).code).toBe('NABIJ_MOVE_UNKNOWN')
    const wrong = box.send('POST', '/moves/nothing/steps', { state: 'finished' })
    expect((await problemOf(wrong)).code).toBe('NABIJ_INVALID_INPUT')
  })
})
