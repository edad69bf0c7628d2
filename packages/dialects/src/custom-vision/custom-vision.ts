import { NabijError } from '@nabij/base'
import { decoded, jpegOrPng, json } from '../bodies.ts'
import type { Dialect, DialectRequest, DialectResult, Label } from '../dialect.ts'
import { type FaultKind, kindOfFault } from '../fault-kind.ts'
import { formPart } from '../form-part.ts'
import { asked, labelsOf } from '../labels-of.ts'
import { namedUuid } from '../named-uuid.ts'
import { boxIn, listIn, objectIn, shareIn } from '../understand.ts'

const faults: Record<FaultKind, [number, string]> = {
  denied: [401, 'Unauthorized'],
  unknown: [404, 'NotFoundIteration'],
  stopped: [409, 'ConflictInvalid'],
  large: [400, 'BadRequestImageSizeBytes'],
  wrong: [400, 'BadRequestImageFormat'],
  busy: [429, 'TooManyRequests'],
  ours: [500, 'ErrorUnknown'],
}

/** What the service calls a wrong request, where it has a name of its own for it. */
const wrong: Record<string, string> = {
  NABIJ_DIALECT_ADDRESS: 'BadRequestImageUrl',
  NABIJ_DIALECT_OPERATION: 'BadRequest',
}

const mostPicture = 4 * 2 ** 20

/**
 * Azure Custom Vision, prediction API 3.1, which retires on 25 September 2028: classify and detect, a picture in the body or
 * in a form, with or without `nostore`. The published name is the model's name here.
 */
export const customVision: Dialect = {
  id: 'custom-vision',
  name: 'Azure Custom Vision',
  key: { how: 'header', name: 'prediction-key' },
  root: '/customvision',
  // A form has more around the picture.
  most: mostPicture + 2 ** 16,

  async read(request) {
    const parts = request.path.split('/').filter(Boolean).map(decoded)
    const at = parts.findIndex((part) => part === 'classify' || part === 'detect')
    const [what, iterations, model, from, store, ...more] = parts.slice(at)
    const sound =
      at > 0 && iterations === 'iterations' && (store === undefined || store === 'nostore') && more.length === 0
    if (request.method !== 'POST' || !sound || model === undefined) throw unknown(request)
    if (from === 'url') throw new NabijError('NABIJ_DIALECT_ADDRESS')
    if (from !== 'image') throw unknown(request)
    const picture = jpegOrPng(pictureIn(request))
    if (picture.length > mostPicture) throw new NabijError('NABIJ_DIALECT_TOO_LARGE', { most: '4 MiB' })
    return { do: 'judge', model, picture, wants: what === 'detect' ? 'boxes' : 'labels', least: 0, most: 1000 }
  },

  async answer(call, result) {
    if (call.do !== 'judge' || (result.kind !== 'verdict' && result.kind !== 'labels'))
      throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: customVision.name, operation: call.do })
    const labels = asked(labelsOf(result, call.wants === 'boxes' ? 'boxes' : 'labels'), call)
    return json(200, {
      id: idOf(result),
      project: await namedUuid(`project ${call.model}`),
      iteration: await namedUuid(`iteration ${call.model}`),
      created: new Date(result.kind === 'verdict' ? result.verdict.capturedAt : result.createdAt).toISOString(),
      predictions: await Promise.all(labels.map(prediction)),
    })
  },

  fault(error) {
    const [status, code] = faults[kindOfFault(error)]
    return json(status, { code: wrong[error.code] ?? code, message: error.message })
  },

  understand(_call, response) {
    const { predictions, iteration } = objectIn(response) ?? {}
    if (!Array.isArray(predictions)) return null
    const labels = listIn(predictions).flatMap(({ tagName: name, probability, boundingBox }) => {
      const score = shareIn(probability)
      if (typeof name !== 'string' || score === null) return []
      const { left, top, width, height } = (boundingBox ?? {}) as Record<string, unknown>
      return [{ name, score, box: boxIn(left, top, width, height) }]
    })
    // A prediction that cannot be read may be the one that counts.
    if (labels.length < predictions.length) return null
    return { answer: { decision: null, labels }, version: typeof iteration === 'string' ? iteration : null }
  },
}

function idOf(result: Extract<DialectResult, { kind: 'verdict' | 'labels' }>): string {
  return result.kind === 'verdict' ? result.verdict.id : result.id
}

async function prediction({ name, score, box }: Label): Promise<object> {
  return {
    probability: score,
    tagId: await namedUuid(`tag ${name}`),
    tagName: name,
    tagType: 'Regular',
    ...(box ? { boundingBox: { left: box.x, top: box.y, width: box.w, height: box.h } } : {}),
  }
}

/** The official client sends a form with a part `imageData`; who calls by hand sends the picture itself. */
function pictureIn({ headers, body }: DialectRequest): Uint8Array {
  const type = headers['content-type'] ?? ''
  return type.toLowerCase().startsWith('multipart/form-data') ? formPart(body, type, 'imageData') : body
}

function unknown({ method, path }: DialectRequest): NabijError {
  return new NabijError('NABIJ_DIALECT_OPERATION', { dialect: customVision.name, operation: `${method} ${path}` })
}
