import { z } from '@hono/zod-openapi'
import { StationConfig } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { languageOf } from './language-of.ts'
import { ruleOf } from './rule-of.ts'

describe('ruleOf', () => {
  it.each([
    [{ source: { kind: 'http' } }, 'name: moet een tekst zijn', 'name: must be text'],
    [
      { name: 'x'.repeat(81), source: { kind: 'http' } },
      'name: moet hoogstens 80 tekens hebben',
      'name: must have at most 80 characters',
    ],
    [
      { name: '\u001b[31mLine', source: { kind: 'http' } },
      'name: bevat tekens die hier niet mogen',
      'name: holds characters that are not allowed here',
    ],
    [
      { name: '\u202eeniL', source: { kind: 'http' } },
      'name: bevat tekens die hier niet mogen',
      'name: holds characters that are not allowed here',
    ],
    [{ name: 'x', source: { kind: 'http', path: '/' } }, 'source: kent geen veld path', 'source: has no field path'],
    [simulator({ perSecond: 61 }), 'source.perSecond: moet hoogstens 60 zijn', 'source.perSecond: must be at most 60'],
    [simulator({ seed: 1.5 }), 'source.seed: moet een geheel getal zijn', 'source.seed: must be a whole number'],
    [
      simulator({ scene: 'cows' }),
      'source.scene: moet een van biscuits, loose-biscuits, cookie-photos zijn',
      'source.scene: must be one of biscuits, loose-biscuits, cookie-photos',
    ],
  ])('says in plain words what is wrong with %j', (value, nl, en) => {
    expect([said(StationConfig, value, 'nl'), said(StationConfig, value, 'en')]).toEqual([nl, en])
  })

  it('never says nothing', () => {
    const odd = z.object({
      a: z.uuid(),
      b: z.array(z.string()).min(2),
      c: z.string().refine(() => false),
      d: z.number().multipleOf(2),
    })
    const { error } = odd.safeParse({ a: 'x', b: [], c: 'x', d: 1 })
    expect(error?.issues).toHaveLength(4)
    for (const issue of error?.issues ?? []) expect(ruleOf(issue, 'json', 'nl').rule).toMatch(/\w{3,}/)
  })
})

describe('languageOf', () => {
  it.each([
    [undefined, 'nl'],
    ['*', 'nl'],
    ['en-US,en;q=0.9', 'en'],
    ['de,en;q=0.8,nl;q=0.3', 'en'],
    ['nl-BE, en', 'nl'],
    ['en;q=0', 'nl'],
    [';;,q=,en;q=abc', 'en'],
  ])('%s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})

function simulator(change: object): object {
  return {
    name: 'x',
    source: { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 1, defectRate: 0, ...change },
  }
}

function said(shape: z.ZodType, value: unknown, language: 'nl' | 'en'): string {
  const issue = shape.safeParse(value).error?.issues[0]
  if (!issue) return 'nothing'
  const { where, rule } = ruleOf(issue, 'json', language)
  return `${where}: ${rule}`
}
