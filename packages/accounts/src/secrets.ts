import type { Randomness } from './ports.ts'

/** 256 bits as text for a cookie or a header. */
export function newSecret(random: Randomness): string {
  return base64url(random(32))
}

/** A key for programs: its beginning says what it is, also to those who look for leaked keys. */
export function newTokenSecret(random: Randomness): string {
  return `nabij_${newSecret(random)}`
}

/** Letters and digits that nobody mixes up; 32 of them, so that each byte gives one without favour. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 50 bits that a person can type: good enough for ten minutes of few tries. */
export function newPairingCode(random: Randomness): string {
  const code = [...random(10)].map((byte) => letters[byte % letters.length]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A code as it was typed: small letters, spaces and dashes make no difference. */
export function cleanPairingCode(typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Compares without telling by the time taken where two differ. */
export function sameText(a: string, b: string): boolean {
  let differs = a.length ^ b.length
  for (let at = 0; at < a.length; at++) differs |= a.charCodeAt(at) ^ b.charCodeAt(at % Math.max(1, b.length))
  return differs === 0
}
