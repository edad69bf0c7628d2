import { createRoute, z } from '@hono/zod-openapi'
import { ModelChange, OwnModel, Recognised } from '@nabij/base'
import { cleanName } from '../body/clean-name.ts'
import { jsonBody } from '../body/json-body.ts'
import { onnxBody } from '../body/onnx-body.ts'
import { pictureBody } from '../body/picture-body.ts'
import { once } from '../once.ts'
import * as examples from './model-examples.ts'
import type { Router } from './router.ts'
import { answer, bytesSent, fails, IdParam, KeyHeader, Name, pictureSent, sent } from './shapes.ts'

const tags = ['Models']

const list = createRoute({
  method: 'get',
  path: '/models',
  tags,
  summary: 'List the models that were brought along',
  description: 'Each with what was recognised of its input and output. The files themselves do not come out.',
  responses: { 200: answer(z.object({ models: z.array(OwnModel) }), 'The models', { models: [examples.ownModel] }) },
})

const get = createRoute({
  method: 'get',
  path: '/models/{id}',
  tags,
  summary: 'What a model is, and why nabij thinks so',
  description:
    'How a picture is prepared for it and how its numbers become labels; each with what it was recognised by.',
  request: { params: IdParam },
  responses: { 200: answer(OwnModel, 'The model', examples.ownModel) },
  ...fails('NABIJ_NOT_FOUND'),
})

const add = createRoute({
  method: 'post',
  path: '/models',
  tags,
  summary: 'Bring a model along',
  description:
    'An ONNX file, or the zip in which Custom Vision or Roboflow exports one. It is read and checked before it is run: operators that nabij does not know, data outside the file and sizes that are not fixed are refused.',
  parameters: [KeyHeader],
  middleware: [onnxBody, once] as const,
  request: {
    query: z.strictObject({ name: Name }),
    ...bytesSent('application/octet-stream', 'The ONNX file or the zip, at most 256 MiB'),
  },
  responses: { 201: answer(OwnModel, 'The model', examples.ownModel) },
  ...fails(
    'NABIJ_MODEL_DAMAGED',
    'NABIJ_MODEL_UNSAFE',
    'NABIJ_MODEL_DYNAMIC',
    'NABIJ_MODEL_RUN_FAILED',
    'NABIJ_EXECUTOR_LOST',
    'NABIJ_EXECUTOR_TIMEOUT',
    'NABIJ_TOO_LARGE',
    'NABIJ_TOO_BUSY',
    'NABIJ_TOO_SLOW',
    'NABIJ_WRONG_TYPE',
    'NABIJ_DISK_FULL',
    'NABIJ_KEY_REUSED',
  ),
})

const change = createRoute({
  method: 'patch',
  path: '/models/{id}',
  tags,
  summary: 'Put right what was recognised, or give it another name',
  description: 'Only what is sent changes. What a person says stands among the reasons as such.',
  middleware: [jsonBody] as const,
  request: { params: IdParam, ...sent(ModelChange, { settings: { fit: 'letterbox', labels: ['good', 'crack'] } }) },
  responses: { 200: answer(OwnModel, 'The model', examples.ownModel) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_MODEL_MISFIT',
    'NABIJ_MODEL_LAYOUT_UNKNOWN',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
  ),
})

const remove = createRoute({
  method: 'delete',
  path: '/models/{id}',
  tags,
  summary: 'Remove a model',
  description: 'Its file goes too. Routes that answered by it answer that the model is stopped.',
  request: { params: IdParam },
  responses: { 204: { description: 'It is gone' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_MODEL_IN_USE'),
})

const trial = createRoute({
  method: 'post',
  path: '/models/{id}/try',
  tags,
  summary: 'Try a model on a picture',
  description: 'What it finds, the most certain first. Nothing is kept.',
  middleware: [pictureBody] as const,
  request: { params: IdParam, ...pictureSent },
  responses: { 200: answer(Recognised, 'What it finds', examples.recognised) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_PICTURE_EMPTY',
    'NABIJ_PICTURE_UNKNOWN_TYPE',
    'NABIJ_PICTURE_DAMAGED',
    'NABIJ_PICTURE_TOO_LARGE',
    'NABIJ_PICTURE_TOO_SMALL',
    'NABIJ_MODEL_LAYOUT_UNKNOWN',
    'NABIJ_MODEL_MISFIT',
    'NABIJ_MODEL_RUN_FAILED',
    'NABIJ_EXECUTOR_LOST',
    'NABIJ_EXECUTOR_TIMEOUT',
    'NABIJ_EXECUTOR_BUSY',
    'NABIJ_TOO_LARGE',
    'NABIJ_MALFORMED',
  ),
})

export function addModels(router: Router): void {
  router.openapi(list, async (c) => c.json({ models: await c.get('workspace').models.list() }, 200))
  router.openapi(get, async (c) => c.json(await c.get('workspace').models.get(c.req.valid('param').id), 200))
  router.openapi(add, async (c) => {
    const name = cleanName(c.req.valid('query').name ?? null) ?? 'model'
    return c.json(await c.get('workspace').models.add(c.get('body'), name.replace(/\.(onnx|zip)$/i, '') || name), 201)
  })
  router.openapi(change, async (c) =>
    c.json(await c.get('workspace').models.change(c.req.valid('param').id, c.req.valid('json')), 200),
  )
  router.openapi(remove, async (c) => {
    await c.get('workspace').models.remove(c.req.valid('param').id)
    return c.body(null, 204)
  })
  router.openapi(trial, async (c) =>
    c.json(await c.get('workspace').models.recognise(c.req.valid('param').id, c.get('picture').bytes), 200),
  )
}
