import { X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { givenCertificate, ownCertificate } from './certificate.ts'

const folder = mkdtempSync(join(tmpdir(), 'nabij-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const tls = join(folder, 'tls')
const now = Date.now()
const names = ['localhost', 'keurbak.local', '127.0.0.1', '192.168.1.7', 'fe80::1:2', '::1']

describe('the own certificate', () => {
  it('is one that a client who trusts it takes for these names, and for no others', async () => {
    const { key, cert } = await ownCertificate(tls, names, now)
    const server = createServer({ key, cert }, (_, answer) => void answer.end('fine'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const ask = (servername: string): Promise<string> =>
      new Promise((resolve) => {
        const asked = request({ host: '127.0.0.1', port, servername, ca: cert, headers: { host: servername } })
        asked.on('response', (answer) => resolve(String(answer.resume().statusCode)))
        asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
        asked.end()
      })
    expect([await ask('localhost'), await ask('keurbak.local'), await ask('evil.example')]).toEqual([
      '200',
      '200',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ])
    server.close()
    const certificate = new X509Certificate(cert)
    expect(names.slice(2).map((name) => certificate.checkIP(name) !== undefined)).toEqual([true, true, true, true])
    expect(certificate.ca).toBe(false)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
  })

  it('is readable for nobody else', async () => {
    expect(statSync(tls).mode & 0o777).toBe(0o700)
    for (const file of ['key.pem', 'cert.pem']) expect(statSync(join(tls, file)).mode & 0o777).toBe(0o600)
  })

  it('stays the same until a name is missing or it nearly runs out', async () => {
    const first = await ownCertificate(tls, names, now)
    expect((await ownCertificate(tls, names.slice(2), now)).fingerprint).toBe(first.fingerprint)
    const moved = await ownCertificate(tls, [...names, '10.0.0.9'], now)
    expect(moved.fingerprint).not.toBe(first.fingerprint)
    const later = await ownCertificate(tls, names, now + 370 * 86_400_000)
    expect(later.fingerprint).not.toBe(moved.fingerprint)
  })

  it('is made anew when its files are damaged', async () => {
    chmodSync(join(tls, 'key.pem'), 0o600)
    writeFileSync(join(tls, 'key.pem'), 'half')
    const { key } = await ownCertificate(tls, names, now)
    expect(readFileSync(join(tls, 'key.pem'), 'utf8')).toBe(key)
  })
})

describe('a given certificate', () => {
  const [cert, key] = [join(folder, 'given.pem'), join(folder, 'given-key.pem')]

  it('is taken when its key belongs to it', async () => {
    const own = await ownCertificate(join(folder, 'other'), ['box.example'], now)
    writeFileSync(cert, own.cert)
    writeFileSync(key, own.key)
    expect(await givenCertificate(cert, key, now)).toMatchObject({ own: false, hosts: ['box.example'] })
  })

  it.each([
    ['a key of another', async () => writeFileSync(key, (await ownCertificate(tls, names, now)).key)],
    ['no certificate', async () => writeFileSync(cert, 'hello')],
    ['no file', async () => rmSync(cert)],
  ])('is refused: %s', async (_, spoil) => {
    await spoil()
    await expect(givenCertificate(cert, key, now)).rejects.toMatchObject({ code: 'NABIJ_CERTIFICATE' })
  })

  it('is refused when it has run out', async () => {
    const own = await ownCertificate(join(folder, 'old'), ['box.example'], now - 500 * 86_400_000)
    writeFileSync(cert, own.cert)
    writeFileSync(key, own.key)
    await expect(givenCertificate(cert, key, now)).rejects.toMatchObject({ code: 'NABIJ_CERTIFICATE' })
  })
})
