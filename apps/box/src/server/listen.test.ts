import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from './listen.ts'
import type { HttpLimits } from './options.ts'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { readEvents } from './testing/read-events.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})

async function start(limits: Partial<HttpLimits> = {}, grace = 3000): Promise<FakeBox & Listening> {
  const box = fakeBox(limits)
  const listening = await listen(box.app, { port: 0, grace })
  cleanUp.push(box.close, listening.stop)
  return { ...box, ...listening }
}

describe('listening', () => {
  it('answers at its address, and at no other name', async () => {
    const { address, port } = await start()
    expect(address).toBe(`http://127.0.0.1:${port}`)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    expect(await raw(port, 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toContain(
      'NABIJ_FOREIGN_HOST',
    )
  })

  it('takes the next free port when one is taken', async () => {
    const first = await start()
    const box = fakeBox()
    cleanUp.push(box.close)
    const second = await listen(box.app, { port: first.port })
    cleanUp.push(second.stop)
    expect(second.port).toBeGreaterThan(first.port)
    expect((await fetch(`${second.address}/healthz`)).status).toBe(200)
  })

  it.each(['0.0.0.0', '::', '192.168.1.20', 'example.org', '', '127.0.0.1.example.org'])(
    'refuses to listen on %j',
    async (host) => {
      const box = fakeBox()
      cleanUp.push(box.close)
      await expect(listen(box.app, { port: 0, host })).rejects.toMatchObject({ code: 'NABIJ_ONLY_THIS_COMPUTER' })
    },
  )

  it('says so when a port cannot be used', async () => {
    const box = fakeBox()
    cleanUp.push(box.close)
    await expect(listen(box.app, { port: 70_000 })).rejects.toMatchObject({ code: 'NABIJ_PORT_REFUSED' })
  })
})

describe('stopping', () => {
  it('ends streams and idle connections, and lets a request that runs finish', async () => {
    // A grace far beyond the test's own time: what is not closed in order would be seen.
    const box = await start({}, 600_000)
    const { id } = await box.station()
    const events = readEvents(await fetch(`${box.address}/api/v1/events`))
    await fetch(`${box.address}/healthz`)
    const { promise, resolve } = Promise.withResolvers<void>()
    const own = box.workspaces.own()
    const inspected = Promise.withResolvers<void>()
    own.stations.inspect = async (stationId) => {
      inspected.resolve()
      await promise
      return own.judge(stationId)
    }
    const running = fetch(`${box.address}/api/v1/stations/${id}/frames`, { method: 'POST', body: new Uint8Array(9) })
    await inspected.promise
    const begin = performance.now()
    const stopped = box.stop()
    expect(await events.ended()).toBe(true)
    expect(performance.now() - begin).toBeLessThan(1000)
    resolve()
    expect((await running).status).toBe(200)
    await stopped
    await expect(fetch(`${box.address}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('does not wait longer than the grace for what hangs', async () => {
    const box = await start({}, 100)
    const asked = Promise.withResolvers<void>()
    box.workspaces.own().status = () => {
      asked.resolve()
      return new Promise(() => undefined)
    }
    const hanging = fetch(`${box.address}/api/v1/status`).catch((error: unknown) => error)
    await asked.promise
    await Promise.all([box.stop(), box.stop()])
    expect(await hanging).toBeInstanceOf(Error)
  })
})

describe('bodies', () => {
  it('that stop coming are cut off', async () => {
    const { port } = await start({ bodySilence: 100 })
    const head = 'POST /api/v1/stations HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n'
    const answer = await raw(port, `${head}Host: 127.0.0.1:${port}\r\n\r\n{"name":`, { untilAnswered: true })
    expect(answer).toMatch(/^HTTP\/1.1 408 [^]*NABIJ_TOO_SLOW/)
  })

  it('that drip are cut off too', async () => {
    const { port } = await start({ bodySilence: 200, bodyTotal: 300 })
    const head = `POST /api/v1/stations HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n`
    const answer = await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\n`, {
      untilAnswered: true,
      drip: '1\r\n \r\n',
    })
    expect(answer).toMatch(/^HTTP\/1.1 408 [^]*NABIJ_TOO_SLOW/)
  })

  it('that are too large are refused, declared or not', async () => {
    const box = await start({ picture: 100_000 })
    const { id } = await box.station()
    const url = `${box.address}/api/v1/stations/${id}/frames`
    const large = new Uint8Array(3_000_000)
    const declared = await problemOf(fetch(url, { method: 'POST', body: large }))
    const chunked = await problemOf(fetch(url, { method: 'POST', body: new Blob([large]).stream(), duplex: 'half' }))
    expect([declared.code, chunked.code]).toEqual(['NABIJ_TOO_LARGE', 'NABIJ_TOO_LARGE'])
    expect((await fetch(`${box.address}/healthz`)).status).toBe(200)
  })

  it('share a bounded room, which is given back', async () => {
    const box = await start({ held: 150_000, picture: 100_000 })
    const { id } = await box.station()
    const held = Promise.withResolvers<void>()
    const own = box.workspaces.own()
    const inside = Promise.withResolvers<void>()
    own.stations.inspect = async (stationId) => {
      inside.resolve()
      await held.promise
      return own.judge(stationId)
    }
    const url = `${box.address}/api/v1/stations/${id}/frames`
    const send = () => fetch(url, { method: 'POST', body: new Uint8Array(90_000) })
    const first = send()
    await inside.promise
    const second = await send()
    expect([second.status, (await problemOf(second)).code]).toEqual([503, 'NABIJ_TOO_BUSY'])
    held.resolve()
    expect((await first).status).toBe(200)
    expect((await send()).status).toBe(200)
    expect(await (await fetch(`${box.address}/metrics`)).text()).toContain('nabij_request_bodies_bytes 0')
  })

  it('whose sender goes away do no harm', async () => {
    const box = await start()
    const head = `POST /api/v1/stations HTTP/1.1\r\nHost: 127.0.0.1:${box.port}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`
    const socket = connect(box.port, '127.0.0.1', () => socket.write(head, () => socket.destroy()))
    await new Promise((resolve) => socket.once('close', resolve))
    await expect.poll(() => box.logged.at(-1)?.fields['code']).toBe('NABIJ_MALFORMED')
  })

  it('of a restore are streamed, and only one at a time', async () => {
    const box = await start()
    const { promise, resolve } = Promise.withResolvers<void>()
    box.workspaces.own().hold = promise
    const url = `${box.address}/api/v1/restore`
    const first = fetch(url, { method: 'POST', body: new Uint8Array(5_000_000) })
    await expect.poll(() => Buffer.concat(box.workspaces.restored).length).toBe(5_000_000)
    expect((await problemOf(fetch(url, { method: 'POST', body: 'x' }))).code).toBe('NABIJ_TOO_BUSY')
    resolve()
    expect((await first).status).toBe(204)
  })
})

describe('what is hardly HTTP', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
    ['a backslash in the address', 'GET /..\\secret.txt HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
    ['a climbing address', 'GET /../../secret.txt HTTP/1.1\r\nHost: HOST\r\n\r\n', 404],
    ['broken percent signs', 'GET /api/v1/stations/%zz HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 413],
    ['a target elsewhere', 'GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n', 421],
    ['a broken host', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
  ])('gets a named answer: %s', async (_what, text, status) => {
    const box = await start()
    const answer = await raw(box.port, text.replaceAll('HOST', `127.0.0.1:${box.port}`), { untilAnswered: true })
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*"code":"NABIJ_`))
    expect(await jsonOf(fetch(`${box.address}/healthz`))).toEqual({ status: 'ok' })
  })

  it('lets go of the readers of events that hang up', async () => {
    const box = await start()
    const quiet = box.workspaces.own().listeners()
    const { signal, abort } = abortable()
    await fetch(`${box.address}/api/v1/events`, { signal })
    expect(box.workspaces.own().listeners()).toBe(quiet + 1)
    abort()
    await expect.poll(() => box.workspaces.own().listeners()).toBe(quiet)
  })
})

function abortable(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

/** Sends text as it is and gives back all that is answered, until the other side (or, once answered, we) hang up. */
function raw(port: number, text: string, how: { untilAnswered?: boolean; drip?: string } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const drip = how.drip === undefined ? undefined : setInterval(() => socket.write(how.drip ?? ''), 20)
    socket.on('data', (chunk) => {
      answer += chunk.toString()
      if (how.untilAnswered && /\r\n\r\n[^]*\}$/.test(answer)) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearInterval(drip)
      resolve(answer)
    })
  })
}
