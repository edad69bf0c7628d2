import { NabijError } from '@nabij/base'
import type { DialectRequest, DialectResponse } from './dialect.ts'

const text = new TextEncoder()

export function json(status: number, value: unknown, headers: Record<string, string> = {}): DialectResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: text.encode(JSON.stringify(value)),
  }
}

/** @throws NabijError NABIJ_DIALECT_DAMAGED */
export function jsonBody({ body }: DialectRequest): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch (error) {
    throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'it is no JSON' }, error)
  }
}

/** @throws NabijError NABIJ_DIALECT_DAMAGED */
export function base64Bytes(value: string): Uint8Array {
  const signs = binary(value)
  // By hand: `Uint8Array.from` takes a second and more for a picture of 5 MiB.
  const bytes = new Uint8Array(signs.length)
  for (let n = 0; n < signs.length; n++) bytes[n] = signs.charCodeAt(n)
  return bytes
}

function binary(value: string): string {
  try {
    return atob(value)
  } catch (error) {
    throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'the picture is no base64' }, error)
  }
}

export function base64(bytes: Uint8Array): string {
  let signs = ''
  for (let at = 0; at < bytes.length; at += 8192) signs += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(signs)
}

/** What a picture is by its first bytes: what a client says of it is often wrong. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const begins = (...signs: number[]) => signs.every((sign, n) => bytes[n] === sign)
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return begins(0x89, 0x50, 0x4e, 0x47) ? 'image/png' : null
}

/**
 * @returns the picture, if it is a JPEG or PNG
 * @throws NabijError NABIJ_DIALECT_TYPE, _DAMAGED
 */
export function jpegOrPng(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'there is no picture in it' })
  if (!pictureType(bytes)) throw new NabijError('NABIJ_DIALECT_TYPE', { type: 'this picture (no JPEG or PNG)' })
  return bytes
}

/** A part of a path as it was meant. @throws NabijError NABIJ_DIALECT_DAMAGED */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'its address is badly encoded' }, error)
  }
}
