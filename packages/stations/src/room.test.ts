import { newId } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import type { Inspection } from './ports.ts'
import { pictureOf } from './testing/fake-executor.ts'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { folder, http, simulator, testStations } from './testing/test-stations.ts'

describe('a rule', () => {
  const rule = { id: newId(), verdict: 'fail', count: 3, of: 3 } as const

  it('that comes true is an alarm, once, until somebody has seen it; it survives a restart', async () => {
    const { stations, events, again, make } = await testStations()
    const { id } = await make(http)
    await stations.change(id, { settings: { rules: [rule] } })
    const judge = async (...scores: string[]) => {
      for (const score of scores) await stations.inspect(id, frameOf(score))
      await settle()
    }
    const alarms = () => events.filter((event) => event.type === 'alarm').length
    await judge('0.9', '0.9')
    expect((await stations.get(id)).alarm).toBeNull()
    await judge('0.9', '0.9', '0.9')
    expect(alarms()).toBe(1)
    expect((await stations.get(id)).alarm).toMatchObject({ rule: rule.id })
    expect((await (await again()).get(id)).alarm).toMatchObject({ rule: rule.id })
    expect((await stations.seeAlarm(id)).alarm).toBeNull()
    await judge('0.9', '0.9')
    expect(alarms()).toBe(1)
    const next = await again()
    await next.inspect(id, frameOf('0.9'))
    await settle()
    expect((await next.get(id)).alarm).not.toBeNull()
  })
})

describe('products', () => {
  async function twoProducts() {
    const test = await testStations()
    const { stations, executor, make } = test
    const { id } = await make(http, false)
    const products = []
    for (const code of ['A', 'B']) {
      const product = await stations.addProduct(id, { name: `Biscuit ${code}`, code })
      await stations.addPhoto(id, {
        picture: pictureOf(`0.0${code}`),
        name: code,
        label: 'good',
        productId: product.id,
      })
      await stations.teach(id, product.id)
      await settle()
      executor.teachings.at(-1)?.finish()
      await settle()
      products.push(product.id)
    }
    const [first, second] = await test.stores.recipes.active(id)
    const seen = (a: number, b: number) => {
      executor.scoreOf = (_text, sha256) => (sha256 === first?.sha256 ? a : sha256 === second?.sha256 ? b : undefined)
      return stations.inspect(id, frameOf('0.1'))
    }
    return { ...test, id, products, seen }
  }

  it('are known by looking: the clearly better one, else it is unclear', async () => {
    const { products, seen } = await twoProducts()
    expect(await seen(0.1, 0.8)).toMatchObject({ productId: products[0], verdict: 'pass' })
    expect(await seen(0.9, 0.6)).toMatchObject({ productId: products[1], verdict: 'fail' })
    expect(await seen(0.3, 0.31)).toMatchObject({ productId: null, verdict: 'unsure', reason: 'NABIJ_PRODUCT_UNCLEAR' })
  })

  it('are known by name, by code, or by who brings the picture', async () => {
    const { stations, executor, id, products } = await twoProducts()
    await stations.change(id, { settings: { choose: 'name' } })
    expect(await stations.inspect(id, frameOf('0.1', { name: 'b-17.jpg' }))).toMatchObject({ productId: products[1] })
    expect((await stations.inspect(id, frameOf('0.1', { name: 'x.jpg' }))).reason).toBe('NABIJ_PRODUCT_UNCLEAR')
    expect(await stations.inspect(id, frameOf('0.1', { product: 'Biscuit A' }))).toMatchObject({
      productId: products[0],
    })
    await stations.change(id, { settings: { choose: 'code' } })
    executor.codesOf = () => ['B']
    expect(await stations.inspect(id, frameOf('0.1'))).toMatchObject({ productId: products[1] })
  })

  it('never share a name or a code: then each picture would be unclear', async () => {
    const { stations, id, products } = await twoProducts()
    const taken = { code: 'NABIJ_NAME_TAKEN' }
    await expect(stations.addProduct(id, { name: 'biscuit a', code: null })).rejects.toMatchObject(taken)
    await expect(stations.addProduct(id, { name: 'Cracker', code: 'a' })).rejects.toMatchObject(taken)
    await expect(stations.addProduct(id, { name: 'B', code: null })).rejects.toMatchObject(taken)
    await expect(stations.changeProduct(id, products[0] ?? '', { code: 'B' })).rejects.toMatchObject(taken)
    expect(await stations.changeProduct(id, products[0] ?? '', { name: 'biscuit A', code: 'A' })).toMatchObject({
      name: 'biscuit A',
    })
    expect((await stations.get(id)).products).toHaveLength(2)
  })
})

describe('drift', () => {
  it('is shown, survives a restart, and is over after teaching again', async () => {
    const { stations, executor, again, make } = await testStations()
    const { id } = await make(http, false)
    const normal = { brightness: [0.4, 0.6], contrast: [0, 1], sharpness: [0, 1], unlike: 9 } as const
    executor.facts = { normal: { ...normal, brightness: [0.4, 0.6], contrast: [0, 1], sharpness: [0, 1] } }
    await stations.addRecipe(id, pictureOf('one'))
    executor.more = { look: { brightness: 0.595, contrast: 0.5, sharpness: 0.5 } }
    for (let n = 0; n < 120; n++) await stations.inspect(id, frameOf('0.1'))
    await settle()
    expect((await stations.get(id)).drift).toMatchObject({ of: 'brightness', direction: 'up' })
    expect((await (await again()).get(id)).drift).toMatchObject({ of: 'brightness' })
    await stations.addRecipe(id, pictureOf('two'))
    expect((await stations.get(id)).drift).toBeNull()
  })
})

describe('a trigger', () => {
  it('goes to the source that waits for it', async () => {
    const { stations, triggered, make } = await testStations()
    const { id } = await make(folder)
    await stations.trigger(id)
    expect(triggered.triggers).toBe(1)
    const { id: other } = await make(http)
    await expect(stations.trigger(other)).rejects.toMatchObject({ code: 'NABIJ_NO_TRIGGER' })
  })
})

describe('a busy station', () => {
  it('leaves the executor to the others: they are asked about at once', async () => {
    const { stations, executor, limits, make } = await testStations()
    const { id: busy } = await make(http)
    const { id: other } = await make(http)
    const many = Array.from({ length: 30 }, () => stations.inspect(busy, frameOf('held 0.1')))
    const one = stations.inspect(other, frameOf('held 0.2'))
    await settle()
    expect(executor.asked.at(-1)?.picture).toBe('held 0.2')
    expect(executor.asked).toHaveLength(limits.inFlight + 1)
    for (let n = 0; n < 30; n++) {
      executor.release()
      await settle()
    }
    expect((await one).verdict).toBe('pass')
    await Promise.all(many)
  })
})

describe('stop', () => {
  it('ends within five seconds when executor, source and output hang', async () => {
    const { stations, sink, live, time, make } = await testStations()
    const { id } = await make(http)
    await make(simulator)
    live.deaf = true
    sink.hangs = true
    await stations.addOutput(id, {
      kind: 'relay',
      address: 'http://relay.example',
      method: 'GET',
      on: ['fail'],
      enabled: true,
    })
    await stations.inspect(id, frameOf('0.9'))
    void stations.inspect(id, frameOf('hang')).catch(() => undefined)
    live.give(frameOf('hang'))
    await settle()
    let ended = false
    const end = stations.stop().finally(() => {
      ended = true
    })
    await time.pass(4_999)
    expect(ended).toBe(true)
    await end
    await time.pass(300_000)
    expect(time.pending()).toBe(0)
  })
})

describe('two thousand photos', () => {
  it('are listed again without being compared again', async () => {
    const { stations, executor, make } = await testStations()
    const { id } = await make(http, false)
    for (let n = 0; n < 50; n++) {
      const hash = n.toString(16).padStart(64, '0')
      executor.more = { look: { brightness: 0.5, contrast: 0.2, sharpness: 0.5, hash } as Inspection['look'] }
      await stations.addPhoto(id, { picture: pictureOf(`0.${n + 100}`), name: `${n}`, label: 'good' })
    }
    const first = await stations.photos(id)
    expect(first[1]?.remarks).toContainEqual({ code: 'near-duplicate', of: first[0]?.id })
    expect(await stations.photos(id)).toEqual(first)
  })
})
