import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'
import { unlessAbsent, writeSafely } from '../safe-files.ts'
import { type KeyAndCertificate, selfSigned } from './self-signed.ts'

export interface Certificate extends KeyAndCertificate {
  /** SHA-256 of the certificate, as browsers show it: to compare by eye. */
  fingerprint: string
  validTo: number
  /** Host names that it is good for; no addresses. */
  hosts: string[]
  own: boolean
}

/** Renewed when less than this is left. */
const reserve = 30 * 86_400_000

/**
 * The box's own certificate, kept in the folder (0700, files 0600). It is made anew when it runs out, or when the box
 * has a name or address that it does not bear; otherwise it stays the same, so that a phone asks once.
 */
export async function ownCertificate(folder: string, names: readonly string[], now: number): Promise<Certificate> {
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const [cert, key] = await Promise.all([certFile, keyFile].map((file) => unlessAbsent(readFile(file, 'utf8'))))
  const present = cert && key ? usable({ cert, key }) : null
  if (present && present.validTo - now > reserve && bears(present.cert, names)) return present
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fresh = selfSigned(names, now)
  await replaceFile(keyFile, fresh.key)
  await replaceFile(certFile, fresh.cert)
  return described(fresh, true)
}

/** @throws NabijError NABIJ_CERTIFICATE */
export async function givenCertificate(certFile: string, keyFile: string, now: number): Promise<Certificate> {
  const read = (file: string) =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new NabijError('NABIJ_CERTIFICATE', { reason: `${file} (${error.code})` }, error)
    })
  const found = { cert: await read(certFile), key: await read(keyFile) }
  let certificate: Certificate
  try {
    certificate = described(found, false)
    if (!new X509Certificate(found.cert).checkPrivateKey(createPrivateKey(found.key))) throw new Error('key ≠ cert')
  } catch (error) {
    throw new NabijError('NABIJ_CERTIFICATE', { reason: (error as Error).message }, error)
  }
  if (certificate.validTo < now)
    throw new NabijError('NABIJ_CERTIFICATE', { reason: new Date(certificate.validTo).toISOString().slice(0, 10) })
  return certificate
}

function usable(found: KeyAndCertificate): Certificate | null {
  try {
    const fits = new X509Certificate(found.cert).checkPrivateKey(createPrivateKey(found.key))
    return fits ? described(found, true) : null
  } catch {
    return null
  }
}

function described(found: KeyAndCertificate, own: boolean): Certificate {
  const { fingerprint256: fingerprint, validToDate, subjectAltName = '' } = new X509Certificate(found.cert)
  const hosts = [...subjectAltName.matchAll(/DNS:([\w.-]+)/g)].map(([, host = '']) => host.toLowerCase())
  return { ...found, fingerprint, validTo: validToDate.getTime(), hosts, own }
}

/** Whole or not at all. A key and a certificate that do not belong together are made anew at the next start. */
async function replaceFile(path: string, text: string): Promise<void> {
  await rm(`${path}.fresh`, { force: true })
  await writeSafely(`${path}.fresh`, Buffer.from(text))
  await rename(`${path}.fresh`, path)
}

function bears(cert: string, names: readonly string[]): boolean {
  const certificate = new X509Certificate(cert)
  return names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined)
}
