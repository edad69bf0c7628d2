import type { OutputConfig } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { frameOf } from '../testing/fake-source.ts'
import { settle } from '../testing/manual-time.ts'
import { http, testStations } from '../testing/test-stations.ts'

const webhook: OutputConfig = { kind: 'webhook', address: 'https://plc.example/in', on: ['fail'], enabled: true }

async function sending(config: OutputConfig = webhook) {
  const test = await testStations()
  const { id } = await test.make(http)
  const output = await test.stations.addOutput(id, config)
  const fail = async (times = 1): Promise<string[]> => {
    const ids = []
    for (let n = 0; n < times; n++) ids.push(`verdict-${(await test.stations.inspect(id, frameOf('0.9'))).id}`)
    return ids
  }
  return { ...test, id, output, fail, took: () => test.sink.took.map((message) => message.id) }
}

describe('an output', () => {
  it('hears what it wants to hear, and shows its secret once', async () => {
    const { stations, id, output, fail, took } = await sending()
    await stations.inspect(id, frameOf('0.1'))
    const sent = await fail()
    await settle()
    expect(took()).toEqual(sent)
    expect(output.secret).toBe('whsec_made-for-a-test')
    expect(JSON.stringify(await stations.outputs(id))).not.toContain('whsec')
  })

  it('that is down for an hour gets all, in order, once; no verdict waits for it', async () => {
    const { stations, sink, time, id, fail, took } = await sending()
    sink.down = true
    const sent = await fail(500)
    await time.pass(3_600_000)
    expect(await stations.outputs(id)).toMatchObject([{ waiting: 500, problem: 'NABIJ_OUTPUT_UNREACHABLE' }])
    expect(sink.tries).toBeLessThan(30)
    sink.down = false
    // Second by second: the clock must not run away from what is being sent.
    for (let second = 0; second < 300; second++) await time.pass(1_000)
    expect(took()).toEqual(sent)
    expect(await stations.outputs(id)).toMatchObject([{ waiting: 0, problem: null }])
  })

  it('whose box is killed between acknowledgement and deletion gets the message again under the same id', async () => {
    const { stores, again, fail, took } = await sending()
    const { sent } = stores.outputs
    stores.outputs.sent = () => new Promise(() => undefined)
    const [first] = await fail()
    await settle()
    stores.outputs.sent = sent
    await again()
    await settle()
    expect(took()).toEqual([first, first])
  })

  it('is not sent to twice when only the disk refuses', async () => {
    const { stores, time, fail, took } = await sending()
    stores.outputs.sent = async () => {
      throw new Error('disk')
    }
    await fail()
    await time.pass(60_000)
    expect(took()).toHaveLength(1)
  })

  it('that hangs is given up and tried again, and holds up no other', async () => {
    const { stations, sink, time, limits, id, fail } = await sending()
    const other = await stations.addOutput(id, { ...webhook, address: 'https://other.example' })
    const { send } = sink
    sink.send = (row, message, signal) =>
      row.id === other.id ? send(row, message, signal) : new Promise(() => undefined)
    await fail()
    await settle()
    expect(sink.took).toMatchObject([{ outputId: other.id }])
    await time.pass(limits.outputPatience)
    expect((await stations.outputs(id))[0]?.problem).toBe('NABIJ_OUTPUT_TIMEOUT')
  })

  it('that is switched off holds its messages, and forgets them when it is removed', async () => {
    const { stations, sink, stores, time, id, output, fail, took } = await sending()
    sink.down = true
    const sent = await fail(2)
    await stations.changeOutput(output.id, { enabled: false })
    sink.down = false
    await time.pass(600_000)
    expect(took()).toEqual([])
    await stations.changeOutput(output.id, { enabled: true })
    await settle()
    expect(took()).toEqual(sent)
    sink.down = true
    await fail()
    await stations.removeOutput(output.id)
    expect([await stations.outputs(id), stores.outputs.waiting(output.id)]).toEqual([[], []])
    expect(sink.released).toContain(output.id)
  })

  it('whose receiver is gone for good is switched off, keeps what waits, and says why', async () => {
    const { stations, sink, stores, time, id, output, fail, took, again } = await sending()
    sink.down = true
    const sent = await fail(2)
    await settle()
    ;[sink.down, sink.gone, sink.tries] = [false, true, 0]
    await time.pass(3_600_000)
    const off = { enabled: false, waiting: 2, problem: 'NABIJ_OUTPUT_GONE' }
    expect(await stations.outputs(id)).toMatchObject([off])
    await fail()
    const next = await again()
    await time.pass(3_600_000)
    expect(await next.outputs(id)).toMatchObject([off])
    expect(sink.tries).toBe(1)

    await next.changeOutput(output.id, { enabled: true })
    await settle()
    expect([sink.tries, await next.outputs(id)]).toMatchObject([2, [off]])

    sink.gone = false
    await next.changeOutput(output.id, { address: 'https://new.example/in', enabled: true })
    await settle()
    expect(took()).toEqual(sent)
    expect(await next.outputs(id)).toMatchObject([{ enabled: true, waiting: 0, problem: null }])
    expect(stores.outputs.waiting(output.id)).toEqual([])
  })

  it('keeps a password from whoever looks, and from another host', async () => {
    const mqtt: OutputConfig = { kind: 'mqtt', topic: 'line', on: ['fail'], enabled: true, address: '' }
    const address = 'mqtt://line:p@ss:w0rd@broker.example:1883'
    const test = await sending({ ...mqtt, address, username: 'line', password: 'for the broker' })
    const { stations, stores, output } = test
    const stored = async () => JSON.parse((await stores.outputs.all())[0]?.config ?? '')
    expect(output.address).toBe('mqtt://line:•••@broker.example:1883')
    const same = await stations.changeOutput(output.id, { address: output.address, topic: 'line/2' })
    expect([same.address, same.topic]).toEqual([output.address, 'line/2'])
    expect(await stored()).toMatchObject({ address, username: 'line', password: 'for the broker' })
    const elsewhere = 'mqtt://line:•••@other.example'
    await expect(stations.changeOutput(output.id, { address: elsewhere })).rejects.toThrow('address: password')
    await stations.changeOutput(output.id, { address: 'mqtts://broker.example:1883' })
    expect(await stored()).toMatchObject({ password: 'for the broker' })
    await stations.changeOutput(output.id, { address: 'mqtt://other.example' })
    expect(await stored()).toEqual({ ...mqtt, address: 'mqtt://other.example', topic: 'line/2' })
  })

  it('that is given a new address while its old one says that it is gone stays on', async () => {
    const { stations, sink, stores, output, id, fail } = await sending()
    sink.gone = true
    const { failed } = stores.outputs
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    stores.outputs.failed = async (...problem) => {
      await held
      return failed(...problem)
    }
    await fail()
    await settle()
    sink.gone = false
    const changed = stations.changeOutput(output.id, { address: 'https://new.example/in' })
    await settle()
    goOn()
    await changed
    await settle()
    expect(await stations.outputs(id)).toMatchObject([
      { enabled: true, address: 'https://new.example/in', waiting: 0, problem: null },
    ])
  })

  it('can be tried, which ends its pause', async () => {
    const { stations, sink, time, output, fail, took } = await sending()
    sink.down = true
    const [waiting] = await fail()
    await time.pass(1_000_000)
    await expect(stations.tryOutput(output.id)).rejects.toMatchObject({ code: 'NABIJ_OUTPUT_UNREACHABLE' })
    sink.down = false
    await stations.tryOutput(output.id)
    await settle()
    expect(took().at(-1)).toBe(waiting)
  })
})
