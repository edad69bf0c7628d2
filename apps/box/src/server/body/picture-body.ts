import { NabijError } from '@nabij/base'
import type { Ctx, Middleware } from '../context.ts'
import { malformed } from '../errors/malformed.ts'
import { mediaType, parseJson, textOf } from './json-body.ts'
import { boundaryOf, formFile } from './multipart.ts'
import { readBody } from './read-body.ts'

/**
 * Reads a picture: as field `file` of a form, as base64 in JSON (`{"image": …}`), or as the body itself, whatever
 * its type is called: the content decides, and curl for one calls everything a form.
 */
export const pictureBody: Middleware = async (c, next) => {
  const picture = await readPicture(c)
  if (picture.bytes.length === 0) throw new NabijError('NABIJ_PICTURE_EMPTY')
  c.set('picture', picture)
  await next()
}

async function readPicture(c: Ctx): Promise<{ bytes: Uint8Array; name: string | null }> {
  const { limits } = c.get('hall')
  const type = mediaType(c)
  if (type === 'application/json') return { bytes: fromJson(await readBody(c, limits.jsonPicture), c), name: null }
  if (type === 'multipart/form-data') return fromForm(await readBody(c, limits.picture + limits.json), c)
  return { bytes: await readBody(c, limits.picture), name: null }
}

function fromForm(body: Uint8Array, c: Ctx): { bytes: Uint8Array; name: string | null } {
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  const file = boundary === null ? 'malformed' : formFile(body, boundary, 'file')
  if (file === 'malformed') throw malformed('multipart', c.get('language'))
  if (file === 'absent') throw malformed('noFile', c.get('language'))
  return { bytes: file.bytes, name: file.filename }
}

function fromJson(body: Uint8Array, c: Ctx): Uint8Array {
  const value = parseJson(textOf(body, c), c)
  const image = typeof value === 'object' && value !== null && 'image' in value ? value.image : undefined
  if (typeof image !== 'string') {
    const rule = c.get('language') === 'nl' ? 'moet een tekst zijn (base64)' : 'must be text (base64)'
    throw new NabijError('NABIJ_INVALID_INPUT', { where: 'image', rule })
  }
  const text = image.replace(/^data:[\w/+.-]*;base64,/, '')
  if (/[^A-Za-z0-9+/_\s=-]/.test(text)) throw malformed('base64', c.get('language'))
  return Buffer.from(text, 'base64')
}
