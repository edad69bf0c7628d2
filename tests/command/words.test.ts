import { describe, expect, it } from 'vitest'
import { buildProgram } from '../../apps/box/src/command/build-program.ts'
import type { Verb } from '../../apps/box/src/command/verb.ts'
import { nouns, verbs } from '../../apps/box/src/command/verbs.ts'
import { nabij } from '../support/nabij.ts'

const silent = { print: () => undefined, tell: () => undefined, progress: () => undefined, canAsk: false }

/** What commander makes of words: the verb that would run, and with what. */
async function parsed(words: string[], language: 'nl' | 'en' = 'nl') {
  const heard: { verb: Verb; args: unknown; options: Record<string, unknown> }[] = []
  const program = buildProgram(verbs, { language, version: '1', terminal: silent }, async (verb, { args, options }) => {
    heard.push({ verb, args, options })
  })
  await program.parseAsync(words, { from: 'user' })
  return heard[0]
}

/** The words of an example as a shell splits them, up to the first pipe. */
function split(example: string): string[] {
  const words = [...(example.split(' | ')[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  )
  expect(words.shift()).toBe('nabij')
  return words
}

describe.each(verbs.map((verb) => [verb.words.join(' '), verb] as const))('nabij %s', (_name, verb) => {
  it('is explained in both languages', () => {
    for (const text of [
      verb.text,
      ...(verb.args ?? []).map((each) => each.text),
      ...(verb.options ?? []).map((each) => each.text),
    ])
      for (const language of ['nl', 'en'] as const) expect(text[language].length).toBeGreaterThan(1)
    const [noun] = verb.words
    expect(verb.words.length === 1 || noun in nouns).toBe(true)
  })

  it('has examples that are right', async () => {
    expect(verb.examples.length).toBeGreaterThan(0)
    for (const example of verb.examples) expect((await parsed(split(example)))?.verb).toBe(verb)
  })

  it('takes --json, --data and --lang, before and after its own words', async () => {
    const words = split(verb.examples[0] ?? '')
    const common = ['--json', '--data', '/x', '--lang', 'en']
    for (const order of [
      [...common, ...words],
      [...words, ...common],
    ])
      expect((await parsed(order))?.options).toMatchObject({ json: true, data: '/x', lang: 'en' })
  })

  it('has code behind it', async () => {
    expect(await verb.load()).toBeTypeOf('function')
  })
})

describe('what was typed wrong', () => {
  it.each([
    [['statin', 'list'], 'station'],
    [['station', 'lst'], 'list'],
    [['doctor', '--jsn'], '--json'],
    [['inspection'], 'nabij inspection --help'],
    [['inspection', 'teach', 'x'], '--out'],
    [['inspection', 'run'], 'recipe'],
    [['start', '--port', '65536'], '65535'],
    [['start', '--port', 'x'], '--port'],
    [['stop', 'now'], 'nabij stop --help'],
    [['status', '--lang', 'fr'], '--lang'],
    [['delete'], '--all'],
    [['error', 'NABIJ_PICTURE_DAMAGD'], 'NABIJ_PICTURE_DAMAGED'],
  ])('%j ends with 2 and a hint', async (words, hint) => {
    const { code, out, err } = await nabij(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(hint)
    expect(err).toContain('NABIJ_COMMAND_USE')
  })

  it('is a problem on stdout with --json, in the language that was asked for', async () => {
    const { code, json, err } = await nabij(['station', 'lst', '--json', '--lang', 'nl'])
    expect(code).toBe(2)
    expect(err).toBe('')
    expect(json()).toMatchObject({
      error: { code: 'NABIJ_COMMAND_USE', title: 'nabij station kent geen “lst”', status: 400 },
    })
  })
})

describe('the language', () => {
  it.each([
    [{ LANG: 'nl_NL.UTF-8' }, 'Gebruik:'],
    [{ LANG: 'en_GB.UTF-8' }, 'Usage:'],
    [{ LC_ALL: 'nl_BE.UTF-8', LANG: 'en_US.UTF-8' }, 'Gebruik:'],
    [{ LANG: 'C' }, 'Usage:'],
  ])('of %j', async (env, word) => {
    const { code, out } = await nabij(['--help'], env)
    expect(code).toBe(0)
    expect(out).toContain(word)
  })
})

it('shows the page of an error code', async () => {
  const { code, json } = await nabij(['error', 'picture_damaged', '--json', '--lang', 'nl'])
  expect(code).toBe(0)
  expect(json()).toMatchObject({
    code: 'NABIJ_PICTURE_DAMAGED',
    exit: 2,
    title: 'Deze foto is beschadigd of niet compleet',
  })
})
