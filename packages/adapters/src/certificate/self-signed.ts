import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import { der } from './der.ts'

export interface KeyAndCertificate {
  /** PEM. */
  key: string
  cert: string
}

const day = 86_400_000
/** What browsers and telephones take of a server's certificate at most is 398 days. */
const days = 397
const ecdsaWithSha256 = der.sequence(der.oid('1.2.840.10045.4.3.2'))

/**
 * A fresh P-256 key and a certificate for it that it signs itself (X.509 v3, RFC 5280), good for these names and
 * addresses only: it is no authority, so whoever trusts it trusts it for this box alone.
 */
export function selfSigned(names: readonly string[], now: number): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const name = der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.text('nabij'))))
  const serial = randomBytes(16)
  // A positive number of full length.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const toSign = der.sequence(
    der.context(0, der.integer(Uint8Array.of(2)), true),
    der.integer(serial),
    ecdsaWithSha256,
    name,
    // An hour back: the phone's clock need not be that of the box.
    der.sequence(der.moment(now - 3_600_000), der.moment(now + days * day)),
    name,
    spki,
    der.context(3, extensions(names, spki), true),
  )
  const cert = der.sequence(toSign, ecdsaWithSha256, der.bits(sign('sha256', toSign, privateKey)))
  return { key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), cert: pem(cert) }
}

function extensions(names: readonly string[], spki: Uint8Array): Uint8Array {
  const keyId = createHash('sha1').update(spki).digest()
  const extension = (oid: string, value: Uint8Array, critical = false) =>
    der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octets(value))
  return der.sequence(
    extension('2.5.29.19', der.sequence(), true),
    // digitalSignature
    extension('2.5.29.15', der.bits(Uint8Array.of(0x80), 7), true),
    // serverAuth
    extension('2.5.29.37', der.sequence(der.oid('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', der.sequence(...names.map(generalName))),
    extension('2.5.29.14', der.octets(keyId)),
  )
}

function generalName(name: string): Uint8Array {
  return isIP(name) ? der.context(7, addressBytes(name)) : der.context(2, Buffer.from(name, 'latin1'))
}

/** 4 or 16 bytes of an address; the URL parser writes every IPv6 address in one form. */
function addressBytes(address: string): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number))
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const front = groups(head)
  const back = groups(tail ?? '')
  const middle = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0')
  const all = [...front, ...middle, ...back].map((group) => Number.parseInt(group, 16))
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}

function pem(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
