import { NabijError } from '@nabij/base'
import { decoded, json } from '../bodies.ts'
import type { Dialect } from '../dialect.ts'
import { type FaultKind, kindOfFault } from '../fault-kind.ts'
import { boxIn, decisionIn, listIn, objectIn, shareIn } from '../understand.ts'

const faults: Record<FaultKind, [number, string]> = {
  denied: [403, 'AccessDeniedException'],
  unknown: [400, 'ValidationError'],
  stopped: [503, 'ServiceUnavailable'],
  large: [400, 'ValidationError'],
  wrong: [400, 'ValidationError'],
  busy: [429, 'ThrottlingException'],
  ours: [500, 'InternalFailure'],
}

/** Amazon SageMaker InvokeEndpoint: bytes to a model and bytes back. The endpoint's name is the model's name here. */
export const sagemaker: Dialect = {
  id: 'sagemaker',
  name: 'Amazon SageMaker endpoint',
  key: { how: 'signature', service: 'sagemaker' },
  most: 6 * 2 ** 20,

  async read({ method, path, headers, body }) {
    const [endpoints, model, invocations, ...more] = path.split('/').filter(Boolean).map(decoded)
    const sound = endpoints === 'endpoints' && invocations === 'invocations' && more.length === 0
    if (method !== 'POST' || !sound || model === undefined)
      throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: sagemaker.name, operation: `${method} ${path}` })
    const type = headers['content-type'] ?? 'application/octet-stream'
    return { do: 'invoke', model, body, type, accept: headers['accept'] ?? null }
  },

  async answer(call, result) {
    if (call.do !== 'invoke' || result.kind !== 'bytes')
      throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: sagemaker.name, operation: result.kind })
    const headers = { 'content-type': result.type, 'x-amzn-invoked-production-variant': 'nabij' }
    return { status: 200, headers, body: result.body }
  },

  fault(error) {
    const [status, name] = faults[kindOfFault(error)]
    return json(status, { message: error.message, Message: error.message }, { 'x-amzn-errortype': name })
  },

  /** What a model answers is its own business: a verdict, or labels with scores, is understood. */
  understand(_call, response) {
    const said = objectIn(response)
    if (!said) return null
    const given = said['labels'] ?? said['predictions']
    const labels = listIn(given).flatMap(({ name, label, score, box }) => {
      const word = name ?? label
      const share = shareIn(score)
      if (typeof word !== 'string' || share === null) return []
      const { x, y, w, h } = (box ?? {}) as Record<string, unknown>
      return [{ name: word, score: share, box: boxIn(x, y, w, h) }]
    })
    const decision = decisionIn(said['verdict'])
    if (decision === null && (!Array.isArray(given) || labels.length < given.length)) return null
    return { answer: { decision, labels }, version: response.headers['x-amzn-invoked-production-variant'] ?? null }
  },
}
