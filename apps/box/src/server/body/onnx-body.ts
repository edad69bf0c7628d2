import { NabijError } from '@nabij/base'
import type { Middleware } from '../context.ts'
import { mediaType } from './json-body.ts'
import { readBody } from './read-body.ts'

/** Reads an ONNX file as it is, within the limit of recipes; a form or JSON around it is refused. */
export const onnxBody: Middleware = async (c, next) => {
  const found = mediaType(c)
  if (/json|multipart/.test(found))
    throw new NabijError('NABIJ_WRONG_TYPE', { expected: 'application/octet-stream', found })
  await readBody(c, c.get('hall').limits.recipe)
  await next()
}
