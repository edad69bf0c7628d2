import { describe, expect, it } from 'vitest'
import { argon2Passwords } from './argon2-passwords.ts'

describe('argon2Passwords', () => {
  const passwords = argon2Passwords()

  it('makes another hash each time, with at least 19 MiB and two passes, and knows its own', async () => {
    const [one, two] = await Promise.all([passwords.make('vier blauwe fietsen'), passwords.make('vier blauwe fietsen')])
    expect(one).not.toBe(two)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(await passwords.fits('vier blauwe fietsen', one)).toBe(true)
    expect(await passwords.fits('vier blauwe fietsen ', one)).toBe(false)
  })

  it('uses all of a long password', async () => {
    const hash = await passwords.make('ü'.repeat(199) + 'a')
    expect(await passwords.fits('ü'.repeat(199) + 'b', hash)).toBe(false)
  })

  it('takes nothing for a hash that is none', async () => {
    for (const hash of ['', 'plain', '$argon2id$v=19$m=8,t=1,p=1$$', '$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA'])
      expect(await passwords.fits('', hash)).toBe(false)
  })

  it('refuses a flood instead of taking all memory', async () => {
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => passwords.make('x')))
    const refused = all.filter((one) => one.status === 'rejected').map((one) => String(one.reason.code))
    expect(refused).toEqual(Array.from({ length: 6 }, () => 'NABIJ_TOO_BUSY'))
    expect(await passwords.fits('x', await passwords.make('x'))).toBe(true)
  })
})
