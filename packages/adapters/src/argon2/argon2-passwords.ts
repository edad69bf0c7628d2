import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { PasswordHash } from '@nabij/accounts'
import { NabijError } from '@nabij/base'

const derive = promisify(argon2)

/** OWASP Password Storage Cheat Sheet: argon2id with at least 19 MiB, two passes, one lane. */
const usual = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
/** Each takes 19 MiB and a thread of the pool that also reads files: a flood of log-ins must not take all of them. */
const atOnce = 2
const mostWaiting = 32

/** Hashes in the PHC form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`: settings may grow, older hashes still fit. */
export function argon2Passwords(): PasswordHash {
  let running = 0
  const waiting: (() => void)[] = []

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new NabijError('NABIJ_TOO_BUSY')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // The place goes to the next one; only when nobody waits it becomes free.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }

  return {
    make: (secret) =>
      inTurn(async () => {
        const nonce = randomBytes(16)
        const tag = await derive('argon2id', { message: secret, nonce, tagLength, ...usual })
        const { memory, passes, parallelism } = usual
        return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
      }),
    fits: (secret, hash) =>
      inTurn(async () => {
        const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
        if (!parts) return false
        const [, memory, passes, parallelism, salt = '', wanted = ''] = parts
        const expected = Buffer.from(wanted, 'base64')
        const tag = await derive('argon2id', {
          message: secret,
          nonce: Buffer.from(salt, 'base64'),
          memory: Number(memory),
          passes: Number(passes),
          parallelism: Number(parallelism),
          tagLength: expected.length,
        })
        return timingSafeEqual(tag, expected)
      }),
  }
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}
