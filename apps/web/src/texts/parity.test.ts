import { describe, expect, it } from 'vitest'
import { en } from './en/index.ts'
import { nl } from './nl/index.ts'

/** All texts by their full key. */
function flatten(texts: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(prefix + name, value)
    else for (const [key, text] of flatten(value as object, `${prefix}${name}.`)) found.set(key, text)
  }
  return found
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort()
}

const dutch = flatten(nl)
const english = flatten(en)

describe('the texts', () => {
  it('are there in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort())
  })

  it('have the same placeholders in both languages', () => {
    const differing = [...dutch].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('are never empty, and never one language in the place of the other', () => {
    const empty = [...dutch, ...english].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
    const same = [...dutch].filter(([key, text]) => english.get(key) === text && text.split(' ').length > 3)
    expect(same.map(([key]) => key)).toEqual([])
  })

  it('have every plural in both forms, and only count decides which', () => {
    for (const texts of [dutch, english]) {
      const singles = [...texts.keys()].filter((key) => key.endsWith('_one'))
      expect(singles.filter((key) => !texts.has(key.replace(/_one$/, '_other')))).toEqual([])
    }
  })
})
