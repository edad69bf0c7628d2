import { createRoute, z } from '@hono/zod-openapi'
import { Comparison, Job, Recipe } from '@nabij/base'
import type { Stations } from '@nabij/stations'
import { onnxBody } from '../body/onnx-body.ts'
import { notFound } from '../errors/invalid-input.ts'
import { ownOnly } from '../guard/own-only.ts'
import { once } from '../once.ts'
import { answerDownload } from './answer-file.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, bytesSent, fails, IdParam, KeyHeader } from './shapes.ts'

const tags = ['Teaching']

const teach = createRoute({
  method: 'post',
  path: '/stations/{id}/teach',
  tags,
  summary: 'Teach a station',
  description:
    'Learns from its photos: the good ones make the recipe and its limit, the bad ones measure it. The answer is a job; when it is done the station judges with the new recipe.',
  parameters: [KeyHeader],
  middleware: [once] as const,
  request: {
    params: IdParam,
    query: z.strictObject({
      product: z.uuid().optional().openapi({ description: 'At a station with several products: which one' }),
    }),
  },
  responses: { 202: answer(Job, 'The job', examples.job) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_NO_PHOTOS', 'NABIJ_KEY_REUSED'),
})

const list = createRoute({
  method: 'get',
  path: '/stations/{id}/recipes',
  tags,
  summary: 'List what a station was taught',
  description: 'All versions, with the limit and what can be promised from so many photos.',
  request: { params: IdParam },
  responses: { 200: answer(z.object({ recipes: z.array(Recipe) }), 'The recipes', { recipes: [examples.recipe] }) },
  ...fails('NABIJ_NOT_FOUND'),
})

const add = createRoute({
  method: 'post',
  path: '/stations/{id}/recipes',
  tags,
  summary: 'Bring a recipe from elsewhere',
  description: 'An ONNX file that nabij made. It is checked before it is used, and becomes the active one.',
  parameters: [KeyHeader],
  middleware: [ownOnly, onnxBody, once] as const,
  request: { params: IdParam, ...bytesSent('application/octet-stream', 'The ONNX file, at most 256 MiB') },
  responses: { 201: answer(Recipe, 'The recipe', examples.recipe) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_RECIPE_DAMAGED',
    'NABIJ_RECIPE_FOREIGN',
    'NABIJ_RECIPE_NEWER',
    'NABIJ_RECIPE_UNSAFE',
    'NABIJ_TOO_LARGE',
    'NABIJ_TOO_BUSY',
    'NABIJ_TOO_SLOW',
    'NABIJ_WRONG_TYPE',
    'NABIJ_DISK_FULL',
    'NABIJ_KEY_REUSED',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const compare = createRoute({
  method: 'get',
  path: '/stations/{id}/recipes/compare',
  tags,
  summary: 'Compare two versions',
  description: 'Every marked picture that gets another verdict or another score, under the one and the other.',
  request: { params: IdParam, query: z.strictObject({ before: z.uuid(), after: z.uuid() }) },
  responses: {
    200: answer(z.object({ comparisons: z.array(Comparison) }), 'The pictures', {
      comparisons: [examples.comparison],
    }),
  },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EXECUTOR_BUSY'),
})

const activate = createRoute({
  method: 'post',
  path: '/recipes/{id}/activate',
  tags,
  summary: 'Judge with this recipe',
  description: 'Goes back to an older version, or forward again.',
  request: { params: IdParam },
  responses: { 200: answer(Recipe, 'The recipe', examples.recipe) },
  ...fails('NABIJ_NOT_FOUND'),
})

const file = createRoute({
  method: 'get',
  path: '/recipes/{id}/file',
  tags,
  summary: 'Take a recipe along',
  description: 'The ONNX file: one graph from pixels to score and map, which any ONNX runtime can run.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The ONNX file', 'application/octet-stream') },
  ...fails('NABIJ_NOT_FOUND'),
})

export function addRecipes(router: Router): void {
  router.openapi(teach, async (c) => {
    const { product = null } = c.req.valid('query')
    return c.json(await c.get('workspace').stations.teach(c.req.valid('param').id, product), 202)
  })
  router.openapi(list, async (c) =>
    c.json({ recipes: await c.get('workspace').stations.recipes(c.req.valid('param').id) }, 200),
  )
  router.openapi(add, async (c) =>
    c.json(await c.get('workspace').stations.addRecipe(c.req.valid('param').id, c.get('body')), 201),
  )
  router.openapi(compare, async (c) => {
    const { before, after } = c.req.valid('query')
    const { stations } = c.get('workspace')
    const comparisons = await stations.compareRecipes(c.req.valid('param').id, before, after)
    return c.json({ comparisons }, 200)
  })
  router.openapi(activate, async (c) => {
    const { stations } = c.get('workspace')
    const { id } = c.req.valid('param')
    return c.json(await stations.activateRecipe(await stationOf(stations, id), id), 200)
  })
  router.openapi(file, async (c) => {
    const { bytes, name } = await c.get('workspace').stations.recipeFile(c.req.valid('param').id)
    return answerDownload(c, bytes, name)
  })
}

/** A recipe is found through its station: a box has a handful of stations, each with a handful of recipes. */
async function stationOf(stations: Stations, recipeId: string): Promise<string> {
  for (const { id } of await stations.list()) {
    if ((await stations.recipes(id)).some((recipe) => recipe.id === recipeId)) return id
  }
  throw notFound(recipeId)
}
