import type { z } from '@hono/zod-openapi'
import type { Language } from '@nabij/base'

type Issue = z.core.$ZodIssue

/** Where a value is wrong and the rule that it breaks, in plain words. */
export function ruleOf(issue: Issue, target: string, language: Language): { where: string; rule: string } {
  const where = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return { where: where || target, rule: say(language, `kent geen veld ${keys}`, `has no field ${keys}`) }
  }
  return { where: where || target, rule: rule(issue, language) }
}

function rule(issue: Issue, language: Language): string {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the rest say it in zod's own words
  switch (issue.code) {
    case 'invalid_type':
      return say(language, `moet ${kindNl[issue.expected] ?? issue.expected} zijn`, `must be ${kindEn(issue.expected)}`)
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), language, 'minstens', 'at least')
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), language, 'hoogstens', 'at most')
    case 'invalid_value': {
      const values = issue.values.map(String)
      if (values.length === 1) return say(language, `moet ${values[0]} zijn`, `must be ${values[0]}`)
      return say(language, `moet een van ${values.join(', ')} zijn`, `must be one of ${values.join(', ')}`)
    }
    case 'invalid_union':
      return say(language, 'heeft geen van de vormen die hier mogen', 'has none of the forms that are allowed here')
    case 'invalid_format':
      if (issue.format === 'regex')
        return say(language, 'bevat tekens die hier niet mogen', 'holds characters that are not allowed here')
      return say(language, `heeft niet de vorm ${issue.format}`, `does not have the form ${issue.format}`)
    case 'custom':
      if (issue.params?.['rule'] !== 'whole-path') return issue.message
      return say(
        language,
        'moet een volledig pad zijn, zoals /data of D:\\data',
        'must be a whole path, like /data or D:\\data',
      )
    default:
      return issue.message || say(language, 'mag hier niet', 'is not allowed here')
  }
}

function bound(origin: string, size: number, language: Language, nl: string, en: string): string {
  if (origin === 'string' && size === 1 && en === 'at least')
    return say(language, 'mag niet leeg zijn', 'must not be empty')
  if (origin === 'string') {
    return say(language, `moet ${nl} ${size} tekens hebben`, `must have ${en} ${size} characters`)
  }
  if (origin === 'array') return say(language, `moet ${nl} ${size} delen hebben`, `must have ${en} ${size} items`)
  return say(language, `moet ${nl} ${size} zijn`, `must be ${en} ${size}`)
}

const kindNl: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'waar of onwaar (true of false)',
  object: 'een object',
  array: 'een lijst',
}

function kindEn(expected: string): string {
  const word: Record<string, string> = { string: 'text', int: 'a whole number', boolean: 'true or false' }
  return word[expected] ?? `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`
}

function say(language: Language, nl: string, en: string): string {
  return language === 'nl' ? nl : en
}
