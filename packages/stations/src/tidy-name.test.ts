import { describe, expect, it } from 'vitest'
import { tidyName } from './tidy-name.ts'

describe('a tidy name', () => {
  it.each([
    ['deel 7.jpg', 'deel 7.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\foto’s\\één.png', 'één.png'],
    ['map/..', 'map'],
    ['..', ''],
    ['a\u0000b\n\u202egpj.exe', 'abgpj.exe'],
    ['\ud800x', 'x'],
  ])('of %j is %j', (name, tidy) => expect(tidyName(name)).toBe(tidy))

  it('is not endless, and never ends in half a character', () => {
    expect(tidyName('🍪'.repeat(5_000))).toBe('🍪'.repeat(200))
  })
})
