import type { z } from '@hono/zod-openapi'
import { createRouter } from '../routes/router.ts'
import type { ApiDocument, Schema } from './document-types.ts'

/**
 * Lets the document speak of shapes by name. The shapes come from a room that knows nothing of OpenAPI, so the
 * document is made with each of them written out; what looks exactly like a shape is that shape.
 * `shapes` stand in the order of use: a shape after those that it holds.
 */
export function nameShapes(document: ApiDocument, shapes: Record<string, z.ZodType>): void {
  const names = new Map<string, Schema>()
  const schemas: Record<string, Schema> = {}
  for (const [name, shape] of Object.entries(shapes)) {
    const schema = writtenOut(shape)
    const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, named(value, names)]))
    const reference = { $ref: `#/components/schemas/${name}` }
    names.set(JSON.stringify(inner), reference)
    names.set(JSON.stringify({ ...inner, type: [inner['type'], 'null'] }), { anyOf: [reference, { type: 'null' }] })
    schemas[name] = inner
  }
  document.paths = named(document.paths ?? {}, names)
  document.components = { ...document.components, schemas }
}

function writtenOut(shape: z.ZodType): Schema {
  const router = createRouter()
  const content = { 'application/json': { schema: shape } }
  router.openAPIRegistry.registerPath({ method: 'get', path: '/', responses: { 200: { description: '', content } } })
  const { paths } = router.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  return paths?.['/']?.get?.responses?.['200']?.content['application/json'].schema as Schema
}

/** The same value with every known shape replaced by its name, from the inside out. */
function named<T>(value: T, names: Map<string, Schema>): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => named(item, names)) as T
  const inner = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named<unknown>(item, names)]))
  return (names.get(JSON.stringify(inner)) ?? inner) as T
}
