import { createRoute, z } from '@hono/zod-openapi'
import { Chip, ChipChecks, ChipFact, ChipFactChange, ChipNeed, Day } from '@nabij/base'
import { readBody } from '../body/read-body.ts'
import type { Middleware } from '../context.ts'
import * as examples from './chip-examples.ts'
import { measuredAt } from './measured-at.ts'
import { answerJson } from './register/answer-json.ts'
import type { Router } from './router.ts'
import { answer, bytesSent, fails, IdParam } from './shapes.ts'

const tags = ['Chips']
const version = z.string()

const modelBody: Middleware = async (c, next) => {
  await readBody(c, c.get('hall').limits.recipe)
  await next()
}

const list = createRoute({
  method: 'get',
  path: '/chips',
  tags,
  summary: 'List the chips that are known',
  description:
    'What is documented of each, with source, day and how sure it is: operators with their conditions, numbers, memory, power, published speeds. What nobody documents is null.',
  responses: {
    200: answer(z.object({ version, made: Day, chips: z.array(Chip) }), 'The chips', {
      version: '2026.11.25',
      made: '2026-11-25',
      chips: [examples.chip],
    }),
  },
})

const facts = createRoute({
  method: 'get',
  path: '/chips/facts',
  tags,
  summary: 'Follow chips from Europe',
  description:
    'Dated facts: who pays, where it is made, what is on sale, on which terms; and what the pack of knowledge before said otherwise (`since`: null when there was none).',
  responses: {
    200: answer(
      z.object({
        version,
        made: Day,
        facts: z.array(ChipFact),
        since: z.object({ version, made: Day }).nullable(),
        changes: z.array(ChipFactChange),
      }),
      'The facts',
      { version: '2026.11.25', made: '2026-11-25', facts: [examples.fact], since: null, changes: [] },
    ),
  },
})

const check = createRoute({
  method: 'post',
  path: '/chips/check',
  tags,
  summary: 'See whether a model fits chips',
  description:
    'By what is documented of them: operators, sizes, opset, numbers, memory; what would run elsewhere, where to cut, what to write instead. The model is looked at in a process of its own, is not run, and is not kept.',
  middleware: [modelBody] as const,
  request: {
    query: z.strictObject({
      chip: z.string().max(80).optional().openapi({ description: 'Only this chip', example: 'metis' }),
      size: z
        .string()
        .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,7}$/)
        .optional()
        .openapi({ description: 'Sizes of the first input, where the model leaves them open', example: '1,3,224,224' }),
    }),
    ...bytesSent('application/octet-stream', 'The ONNX file, at most 256 MiB'),
  },
  responses: { 200: answer(ChipChecks, 'What is documented', examples.checks) },
  ...fails(
    'NABIJ_CHIP_UNKNOWN',
    'NABIJ_MODEL_DAMAGED',
    'NABIJ_INVALID_INPUT',
    'NABIJ_TOO_LARGE',
    'NABIJ_TOO_BUSY',
    'NABIJ_TOO_SLOW',
  ),
})

const need = createRoute({
  method: 'get',
  path: '/stations/{id}/chip',
  tags,
  summary: 'Ask whether a station needs a chip',
  description:
    'From its own measured times and the pictures a second that are wanted: as given, else as the camera is set, else as they came in the busiest minute of the last day. With the chips that are known, their dated prices, and what is unknown of them.',
  request: {
    params: IdParam,
    query: z.strictObject({
      wanted: z
        .string()
        .regex(/^\d{1,4}(\.\d{1,3})?$/)
        .transform(Number)
        .pipe(z.number().min(0.001))
        .optional()
        .openapi({ type: 'number', description: 'Pictures a second', example: 2 }),
    }),
  },
  responses: { 200: answer(ChipNeed, 'The answer', examples.need) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

/** Chips: which a model fits, whether one is needed, and what is going on. */
export function addChips(router: Router): void {
  router.openapi(list, async (c) => answerJson(c, await c.get('workspace').register.chips()))
  router.openapi(facts, async (c) => answerJson(c, await c.get('workspace').register.chipFacts()))
  router.openapi(check, async (c) => {
    const { chip, size } = c.req.valid('query')
    return c.json(await c.get('workspace').register.checkModel(c.get('body'), { chip, sizes: size }), 200)
  })
  router.openapi(need, async (c) => {
    const { stations, register } = c.get('workspace')
    const station = await stations.get(c.req.valid('param').id)
    const measured = await measuredAt(stations, station, c.req.valid('query').wanted ?? null, c.get('hall').clock())
    return answerJson(c, await register.chipNeed(measured))
  })
}
