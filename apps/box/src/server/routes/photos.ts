import { createRoute, z } from '@hono/zod-openapi'
import { Part, Photo } from '@nabij/base'
import { cleanName } from '../body/clean-name.ts'
import { jsonBody } from '../body/json-body.ts'
import { pictureBody } from '../body/picture-body.ts'
import { ownOnly } from '../guard/own-only.ts'
import { once } from '../once.ts'
import { answerPicture } from './answer-file.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, defined, fails, IdParam, KeyHeader, Kind, Name, pictureSent, sent } from './shapes.ts'

const tags = ['Teaching']

const list = createRoute({
  method: 'get',
  path: '/stations/{id}/photos',
  tags,
  summary: 'List the photos to teach from',
  description: 'The photos of good parts, and of bad ones to measure with.',
  request: { params: IdParam },
  responses: { 200: answer(z.object({ photos: z.array(Photo) }), 'The photos', { photos: [examples.photo] }) },
  ...fails('NABIJ_NOT_FOUND'),
})

const add = createRoute({
  method: 'post',
  path: '/stations/{id}/photos',
  tags,
  summary: 'Add a photo to teach from',
  description: 'A photo with the same bytes at the same station is kept once. It is decoded before it is accepted.',
  parameters: [KeyHeader],
  middleware: [ownOnly, pictureBody, once] as const,
  request: {
    params: IdParam,
    query: z.strictObject({
      label: z.enum(['good', 'bad']).default('good'),
      name: Name,
      kind: Kind.optional().openapi({ description: 'Of a bad part: the kind of defect' }),
      product: z.uuid().optional().openapi({ description: 'At a station with several products: which one' }),
    }),
    ...pictureSent,
  },
  responses: { 201: answer(Photo, 'The photo', examples.photo) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_PICTURE_EMPTY',
    'NABIJ_PICTURE_UNKNOWN_TYPE',
    'NABIJ_PICTURE_DAMAGED',
    'NABIJ_PICTURE_TOO_LARGE',
    'NABIJ_PICTURE_TOO_SMALL',
    'NABIJ_TOO_LARGE',
    'NABIJ_TOO_BUSY',
    'NABIJ_TOO_SLOW',
    'NABIJ_MALFORMED',
    'NABIJ_DISK_FULL',
    'NABIJ_KEY_REUSED',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const picture = createRoute({
  method: 'get',
  path: '/photos/{id}/picture',
  tags,
  summary: 'Fetch a photo',
  description: 'The bytes as they were sent.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The picture', 'image/*') },
  ...fails('NABIJ_NOT_FOUND'),
})

const thumb = createRoute({
  method: 'get',
  path: '/photos/{id}/thumb',
  tags,
  summary: 'Fetch a photo, small',
  description: 'A JPEG of at most 240 pixels wide.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The picture', 'image/jpeg') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EXECUTOR_BUSY'),
})

const FoundPart = Part.pick({ box: true, outline: true, angle: true })

const parts = createRoute({
  method: 'get',
  path: '/photos/{id}/parts',
  tags,
  summary: 'See where parts are found on a photo',
  description: 'By the recipe in use. Empty when it judges pictures as a whole, or finds no part.',
  request: { params: IdParam },
  responses: { 200: answer(z.object({ parts: z.array(FoundPart) }), 'The parts', { parts: [examples.foundPart] }) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EXECUTOR_BUSY'),
})

const Change = z.strictObject({
  label: z.enum(['good', 'bad']).optional(),
  kind: Kind.nullable().optional(),
  leftOut: z.boolean().optional(),
  belongs: z.boolean().optional(),
  productId: z.uuid().nullable().optional(),
})

const change = createRoute({
  method: 'patch',
  path: '/photos/{id}',
  tags,
  summary: 'Change what is said of a photo',
  description:
    'Good or bad, the kind of defect, whether it is left out of teaching, whether it belongs whatever is remarked on it, or its product. Counts when the station is taught again.',
  middleware: [jsonBody] as const,
  request: { params: IdParam, ...sent(Change, { leftOut: true }) },
  responses: { 200: answer(Photo, 'The photo as it is now', { ...examples.photo, leftOut: true }) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'),
})

const remove = createRoute({
  method: 'delete',
  path: '/photos/{id}',
  tags,
  summary: 'Remove a photo',
  description: 'What was taught from it stays as it is until the station is taught again.',
  middleware: [ownOnly] as const,
  request: { params: IdParam },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_SAMPLE_READ_ONLY'),
})

export function addPhotos(router: Router): void {
  router.openapi(list, async (c) =>
    c.json({ photos: await c.get('workspace').stations.photos(c.req.valid('param').id) }, 200),
  )
  router.openapi(add, async (c) => {
    const { bytes, name } = c.get('picture')
    const { label, name: asked, kind = null, product: productId = null } = c.req.valid('query')
    const photo = { picture: bytes, label, name: cleanName(asked ?? name) ?? 'photo', kind, productId }
    return c.json(await c.get('workspace').stations.addPhoto(c.req.valid('param').id, photo), 201)
  })
  router.openapi(picture, async (c) => {
    const { id } = c.req.valid('param')
    return answerPicture(c, await c.get('workspace').stations.photoFile(id), id)
  })
  router.openapi(thumb, async (c) => {
    const { id } = c.req.valid('param')
    return answerPicture(c, await c.get('workspace').photoThumb(id), `${id}-thumb`)
  })
  router.openapi(parts, async (c) =>
    c.json({ parts: await c.get('workspace').stations.photoParts(c.req.valid('param').id) }, 200),
  )
  router.openapi(change, async (c) => {
    const { stations } = c.get('workspace')
    return c.json(await stations.changePhoto(c.req.valid('param').id, defined(c.req.valid('json'))), 200)
  })
  router.openapi(remove, async (c) => {
    await c.get('workspace').stations.removePhoto(c.req.valid('param').id)
    return c.body(null, 204)
  })
}
