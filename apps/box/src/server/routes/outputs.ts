import { createRoute, z } from '@hono/zod-openapi'
import { Output, OutputConfig } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import { ownOnly } from '../guard/own-only.ts'
import { once } from '../once.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, defined, fails, IdParam, KeyHeader, sent } from './shapes.ts'

const tags = ['Outputs']
const Made = Output.extend({ secret: z.string().nullable() })

/** Every kind of output has these; what another kind has is refused by the station. */
const Change = z.strictObject({
  address: z.string().min(1).max(2000).optional(),
  topic: z.string().min(1).max(500).optional(),
  secret: z.string().min(16).max(200).optional(),
  username: z.string().max(200).optional(),
  password: z.string().max(1000).optional(),
  method: z.enum(['GET', 'POST', 'PUT']).optional(),
  on: z
    .array(z.enum(['pass', 'fail', 'unsure', 'alarm']))
    .min(1)
    .optional(),
  enabled: z.boolean().optional(),
})

const list = createRoute({
  method: 'get',
  path: '/stations/{id}/outputs',
  tags,
  summary: 'List where a station sends what it finds',
  description: 'With how many messages wait on disk, and what the last try said. Secrets never come out.',
  request: { params: IdParam },
  responses: { 200: answer(z.object({ outputs: z.array(Output) }), 'The outputs', { outputs: [examples.output] }) },
  ...fails('NABIJ_NOT_FOUND'),
})

const add = createRoute({
  method: 'post',
  path: '/stations/{id}/outputs',
  tags,
  summary: 'Let a station tell somebody',
  description:
    'A webhook (signed as Standard Webhooks says), MQTT, or a relay behind HTTP. From now on each verdict that it is on for is queued with the verdict itself, and sent in order until the other side has it. The secret of a webhook is in this answer only.',
  parameters: [KeyHeader],
  middleware: [ownOnly, jsonBody] as const,
  request: { params: IdParam, ...sent(OutputConfig, examples.outputConfig) },
  responses: {
    201: answer(Made, 'The output', { ...examples.output, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }),
  },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_OUTPUT_ADDRESS',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const change = createRoute({
  method: 'patch',
  path: '/outputs/{id}',
  tags,
  summary: 'Change an output',
  description:
    'What is left out stays as it is. Messages that wait are sent as it says now. An address at another host gets no name and password of a broker along: give them again.',
  middleware: [ownOnly, jsonBody] as const,
  request: { params: IdParam, ...sent(Change, { enabled: false }) },
  responses: { 200: answer(Output, 'The output as it is now', { ...examples.output, enabled: false }) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_OUTPUT_ADDRESS',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const remove = createRoute({
  method: 'delete',
  path: '/outputs/{id}',
  tags,
  summary: 'Remove an output',
  description: 'With the messages that still wait for it.',
  middleware: [ownOnly] as const,
  request: { params: IdParam },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_SAMPLE_READ_ONLY'),
})

const trial = createRoute({
  method: 'post',
  path: '/outputs/{id}/try',
  tags,
  summary: 'Try an output',
  description:
    'Sends a trial message now, past those that wait. An error says what the other side, or the way to it, has.',
  parameters: [KeyHeader],
  middleware: [ownOnly, once] as const,
  request: { params: IdParam },
  responses: { 204: { description: 'The other side has it' } },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_OUTPUT_ADDRESS',
    'NABIJ_OUTPUT_UNREACHABLE',
    'NABIJ_OUTPUT_TIMEOUT',
    'NABIJ_OUTPUT_REFUSED',
    'NABIJ_OUTPUT_GONE',
    'NABIJ_OUTPUT_TLS',
    'NABIJ_OUTPUT_PASSWORD',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

/** Where a station sends what it found. Not in the sample: nothing of it leaves. */
export function addOutputs(router: Router): void {
  router.openapi(list, async (c) =>
    c.json({ outputs: await c.get('workspace').stations.outputs(c.req.valid('param').id) }, 200),
  )
  // Without a stored answer to its key: the secret is told once, and kept nowhere but with the output.
  router.openapi(add, async (c) =>
    c.json(await c.get('workspace').stations.addOutput(c.req.valid('param').id, c.req.valid('json')), 201),
  )
  router.openapi(change, async (c) => {
    const wanted = defined(c.req.valid('json')) as Partial<OutputConfig>
    return c.json(await c.get('workspace').stations.changeOutput(c.req.valid('param').id, wanted), 200)
  })
  router.openapi(remove, async (c) => {
    await c.get('workspace').stations.removeOutput(c.req.valid('param').id)
    return c.body(null, 204)
  })
  router.openapi(trial, async (c) => {
    await c.get('workspace').stations.tryOutput(c.req.valid('param').id)
    return c.body(null, 204)
  })
}
