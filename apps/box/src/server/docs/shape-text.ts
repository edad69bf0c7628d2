import type { Schema } from './document-types.ts'

/** A schema as a reader writes it down: `{ name: text, stopped?: boolean }`; names of shapes stay names. */
export function shapeText(schema: unknown, indent = ''): string {
  if (typeof schema !== 'object' || schema === null) return 'anything'
  const shape = schema as Schema
  if (typeof shape['$ref'] === 'string') return shape['$ref'].split('/').at(-1) ?? '?'
  if ('const' in shape) return JSON.stringify(shape['const'])
  if (Array.isArray(shape['enum'])) return shape['enum'].map((value) => JSON.stringify(value)).join(' | ')
  const union = shape['anyOf'] ?? shape['oneOf']
  if (Array.isArray(union)) return union.map((branch) => shapeText(branch, indent)).join(' | ')
  if (Array.isArray(shape['allOf'])) return shape['allOf'].map((part) => shapeText(part, indent)).join(' & ')
  if (shape['type'] === 'array') return `${grouped(shapeText(shape['items'], indent))}[]`
  if (shape['type'] === 'object' || 'properties' in shape) return objectText(shape, indent)
  const types = Array.isArray(shape['type']) ? shape['type'] : [shape['type'] ?? 'anything']
  return `${types.join(' | ')}${bounds(shape)}`
}

function objectText(shape: Schema, indent: string): string {
  const properties = Object.entries((shape['properties'] ?? {}) as Schema)
  if (properties.length === 0) return '{}'
  const required = (shape['required'] ?? []) as string[]
  const inner = `${indent}  `
  const lines = properties.map(
    ([name, value]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${shapeText(value, inner)}`,
  )
  return `{\n${lines.join('\n')}\n${indent}}`
}

function grouped(text: string): string {
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text
}

function bounds(shape: Schema): string {
  const low = bound(shape['minimum'] ?? shape['minLength'])
  const high = bound(shape['maximum'] ?? shape['maxLength'])
  const format = typeof shape['format'] === 'string' ? shape['format'] : ''
  const range = low && high ? `${low} to ${high}` : `${low && `from ${low}`}${high && `up to ${high}`}`
  const words = [format, range].filter(Boolean).join(', ')
  return words ? ` (${words})` : ''
}

/** A bound that only says "fits in a number" tells a reader nothing. */
function bound(value: unknown): string {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? String(value) : ''
}
