import { createRoute, z } from '@hono/zod-openapi'
import { Product } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import { ownOnly } from '../guard/own-only.ts'
import { once } from '../once.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, defined, fails, IdParam, KeyHeader, PlainText, sent } from './shapes.ts'

const tags = ['Products']
const name = PlainText(80)
const code = PlainText(200).nullable()
const NewProduct = z.strictObject({ name, code: code.default(null) })
const Change = z.strictObject({ name: name.optional(), code: code.optional() })
const Params = IdParam.extend({ productId: z.uuid() })

const add = createRoute({
  method: 'post',
  path: '/stations/{id}/products',
  tags,
  summary: 'Give a station one more product',
  description:
    'Each product has photos and recipes of its own. `code` is how it is recognised: a beginning of the file’s name, or what a code on the part says.',
  parameters: [KeyHeader],
  middleware: [ownOnly, jsonBody, once] as const,
  request: { params: IdParam, ...sent(NewProduct, { name: 'Bracket 40', code: 'BR40' }) },
  responses: { 201: answer(Product, 'The product', examples.product) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_NAME_TAKEN',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_KEY_REUSED',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const change = createRoute({
  method: 'patch',
  path: '/stations/{id}/products/{productId}',
  tags,
  summary: 'Change a product',
  description: 'Its name, or how it is recognised. What is left out stays as it is.',
  middleware: [ownOnly, jsonBody] as const,
  request: { params: Params, ...sent(Change, { name: 'Bracket 45' }) },
  responses: { 200: answer(Product, 'The product as it is now', { ...examples.product, name: 'Bracket 45' }) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_NAME_TAKEN',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const remove = createRoute({
  method: 'delete',
  path: '/stations/{id}/products/{productId}',
  tags,
  summary: 'Remove a product',
  description: 'With its photos and recipes; its verdicts stay.',
  middleware: [ownOnly] as const,
  request: { params: Params },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_SAMPLE_READ_ONLY'),
})

export function addProducts(router: Router): void {
  router.openapi(add, async (c) =>
    c.json(await c.get('workspace').stations.addProduct(c.req.valid('param').id, c.req.valid('json')), 201),
  )
  router.openapi(change, async (c) => {
    const { id, productId } = c.req.valid('param')
    const { stations } = c.get('workspace')
    return c.json(await stations.changeProduct(id, productId, defined(c.req.valid('json'))), 200)
  })
  router.openapi(remove, async (c) => {
    const { id, productId } = c.req.valid('param')
    await c.get('workspace').stations.removeProduct(id, productId)
    return c.body(null, 204)
  })
}
