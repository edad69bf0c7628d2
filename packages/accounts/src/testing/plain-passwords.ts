import type { PasswordHash } from '../ports.ts'

/** No secrecy at all, but quick; counts how often was compared. */
export function plainPasswords(): PasswordHash & { compared: string[] } {
  const compared: string[] = []
  return {
    compared,
    make: async (secret) => `plain:${secret}`,
    fits: async (secret, hash) => {
      compared.push(hash)
      return hash === `plain:${secret}`
    },
  }
}
