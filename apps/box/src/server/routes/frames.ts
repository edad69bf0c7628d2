import { createRoute, z } from '@hono/zod-openapi'
import { Verdict } from '@nabij/base'
import { cleanName } from '../body/clean-name.ts'
import { pictureBody } from '../body/picture-body.ts'
import { ownOnly } from '../guard/own-only.ts'
import { keyOf } from '../once.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, fails, IdParam, KeyHeader, Name, PlainText, pictureSent } from './shapes.ts'

const judge = createRoute({
  method: 'post',
  path: '/stations/{id}/frames',
  tags: ['Verdicts'],
  summary: 'Judge a part',
  description:
    'Sends one picture; the answer is the verdict, after it is safe on disk. With an Idempotency-Key the same key is the same part: it is judged and stored once.',
  parameters: [KeyHeader],
  middleware: [ownOnly, pictureBody] as const,
  request: {
    params: IdParam,
    query: z.strictObject({
      name: Name,
      product: PlainText(200)
        .optional()
        .openapi({ description: 'At a station with several products: which one, by its id, name or code' }),
    }),
    ...pictureSent,
  },
  responses: { 200: answer(Verdict, 'The verdict', examples.verdict) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_PICTURE_EMPTY',
    'NABIJ_PICTURE_UNKNOWN_TYPE',
    'NABIJ_PICTURE_DAMAGED',
    'NABIJ_PICTURE_TOO_LARGE',
    'NABIJ_PICTURE_TOO_SMALL',
    'NABIJ_STATION_UNTAUGHT',
    'NABIJ_STATION_STOPPED',
    'NABIJ_STATION_BUSY',
    'NABIJ_TOO_LARGE',
    'NABIJ_TOO_BUSY',
    'NABIJ_TOO_SLOW',
    'NABIJ_MALFORMED',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

export function addFrames(router: Router): void {
  router.openapi(judge, async (c) => {
    const { bytes, name } = c.get('picture')
    const { name: asked, product = null } = c.req.valid('query')
    const frame = {
      picture: bytes,
      capturedAt: c.get('hall').clock(),
      name: cleanName(asked ?? name),
      key: keyOf(c),
      truth: null,
      product,
    }
    return c.json(await c.get('workspace').stations.inspect(c.req.valid('param').id, frame), 200)
  })
}
