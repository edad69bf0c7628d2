import { mkdtempSync, rmSync } from 'node:fs'
import { request as plain } from 'node:http'
import { request as encrypted } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownCertificate } from '@nabij/adapters/certificate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../listen.ts'
import { fakeBox } from '../testing/fake-box.ts'
import { ownAddresses } from './network.ts'

const box = fakeBox()
const folder = mkdtempSync(join(tmpdir(), 'nabij-heads-'))
let server: Listening

beforeAll(async () => {
  const certificate = await ownCertificate(folder, ['localhost', '127.0.0.1'], Date.now())
  server = await listen(box.app, { port: 0, host: '0.0.0.0', certificate })
})
afterAll(async () => {
  await server.stop()
  box.close()
  rmSync(folder, { recursive: true, force: true })
})

function ask(ask: typeof plain | typeof encrypted, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { port: server.port, host: '127.0.0.1', path: '/healthz', headers: { host } }
    const asked = ask({ ...options, rejectUnauthorized: false }, (answer) => resolve(answer.resume().statusCode))
    asked.on('error', reject)
    asked.end()
  })
}

describe('one port for plain and encrypted', () => {
  it('answers both on this computer, and no other name on either (DNS rebinding)', async () => {
    for (const each of [plain, encrypted]) {
      expect(await ask(each, `127.0.0.1:${server.port}`)).toBe(200)
      expect(await ask(each, `evil.example:${server.port}`)).toBe(421)
    }
  })

  it('is not kept from this computer by one who holds all connections over the network', async () => {
    const [address] = ownAddresses()
    // A computer without a network has nobody who could.
    if (address === undefined) return
    const held: Socket[] = []
    const closed = new Set<Socket>()
    for (let n = 0; n < 300; n++) {
      const socket = connect(server.port, address)
      socket.on('error', () => undefined)
      socket.on('close', () => closed.add(socket))
      held.push(socket)
    }
    await expect.poll(() => closed.size, { timeout: 20_000 }).toBe(300 - 64)
    expect(await ask(plain, `127.0.0.1:${server.port}`)).toBe(200)
    for (const socket of held) socket.destroy()
  })
})
