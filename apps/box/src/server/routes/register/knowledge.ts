import { createRoute, z } from '@hono/zod-openapi'
import { Alternative, FactStatus, KnownEvent, OwnView, ServiceKind, Vendor } from '@nabij/base'
import type { Router } from '../router.ts'
import { answer, fails, PlainText } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'

const tags = ['Knowledge']

const Shown = z.object({
  id: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  country: z.string().nullable(),
  status: FactStatus,
  parent: z.object({ name: z.string(), country: z.string().nullable() }).nullable(),
})
const shown = {
  id: 'example',
  name: 'Example',
  domains: ['vendor.example'],
  country: 'NL',
  status: 'confirmed',
  parent: { name: 'Example Group N.V.', country: 'NL' },
}

const search = createRoute({
  method: 'get',
  path: '/knowledge/search',
  tags,
  summary: 'Search what is known',
  description: 'Products and vendors by name or domain; the likeliest first.',
  request: { query: z.strictObject({ q: PlainText(200).openapi({ example: 'books' }) }) },
  responses: {
    200: answer(
      z.object({
        products: z.array(
          z.object({ id: z.string(), name: z.string(), kind: ServiceKind, ai: z.boolean(), vendor: Shown }),
        ),
        vendors: z.array(Shown),
      }),
      'What was found',
      {
        products: [{ id: 'example-books', name: 'Example Books', kind: 'bookkeeping', ai: false, vendor: shown }],
        vendors: [shown],
      },
    ),
  },
  ...fails('NABIJ_INVALID_INPUT'),
})

export const VendorParam = z.object({ id: z.string().min(1).max(200).openapi({ example: 'example' }) })
/** `own`: what people here stated of it, and what the knowledge says in the place of that. */
export const KnownVendor = Vendor.extend({
  alternatives: z.array(Alternative),
  events: z.array(KnownEvent),
  own: OwnView.nullable(),
})
export const vendorExample = {
  ...examples.vendor,
  alternatives: [examples.alternative],
  events: [examples.event],
  own: null,
}

const vendor = createRoute({
  method: 'get',
  path: '/knowledge/vendors/{id}',
  tags,
  summary: 'See what is known of a vendor',
  description:
    'Every fact with how sure it is and where it was read, what could take its products’ place, and its events.',
  request: { params: VendorParam },
  responses: { 200: answer(KnownVendor, 'The vendor', vendorExample) },
  ...fails('NABIJ_KNOWLEDGE_UNKNOWN'),
})

export function addKnowledge(router: Router): void {
  router.openapi(search, async (c) => answerJson(c, await c.get('workspace').register.search(c.req.valid('query').q)))
  router.openapi(vendor, async (c) => answerJson(c, await c.get('workspace').register.vendor(c.req.valid('param').id)))
}
