import { NabijError } from '@nabij/base'
import { base64Bytes, jpegOrPng, json, jsonBody } from '../bodies.ts'
import type { Dialect, DialectCall, Label, ModelFacts } from '../dialect.ts'
import { type FaultKind, kindOfFault } from '../fault-kind.ts'
import { asked, labelsOf } from '../labels-of.ts'
import { boxIn, listIn, objectIn, shareIn } from '../understand.ts'

const faults: Record<FaultKind, [number, string]> = {
  denied: [400, 'AccessDeniedException'],
  unknown: [400, 'ResourceNotFoundException'],
  stopped: [400, 'ResourceNotReadyException'],
  large: [400, 'ImageTooLargeException'],
  wrong: [400, 'InvalidParameterException'],
  busy: [400, 'ThrottlingException'],
  ours: [500, 'InternalServerError'],
}

/** What the service calls a wrong picture and an operation that it does not have. */
const wrong: Record<string, string> = {
  NABIJ_DIALECT_TYPE: 'InvalidImageFormatException',
  NABIJ_DIALECT_ADDRESS: 'InvalidS3ObjectException',
  NABIJ_DIALECT_OPERATION: 'UnknownOperationException',
}

/**
 * Amazon Rekognition Custom Labels: DetectCustomLabels and the life of a model. The name of the project in the model's ARN
 * is the model's name here; anything that is no ARN is the name itself.
 */
export const rekognition: Dialect = {
  id: 'rekognition',
  name: 'Amazon Rekognition Custom Labels',
  key: { how: 'signature', service: 'rekognition' },
  // A picture of 5 MiB is a third larger as text.
  most: 8 * 2 ** 20,

  async read(request) {
    const operation = (request.headers['x-amz-target'] ?? '').replace(/^RekognitionService\./, '')
    const body = jsonBody(request) as Record<string, unknown> | null
    const text = (name: string): string => {
      const value = body?.[name]
      if (typeof value !== 'string') throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: `it has no ${name}` })
      return value
    }
    if (operation === 'DetectCustomLabels') return judge(nameIn(text('ProjectVersionArn')), body)
    if (operation === 'StartProjectVersion') return life('start', text('ProjectVersionArn'))
    if (operation === 'StopProjectVersion') return life('stop', text('ProjectVersionArn'))
    if (operation === 'DescribeProjectVersions') return life('describe', text('ProjectArn'))
    if (operation === 'DescribeProjects') return { do: 'list', project: null }
    throw new NabijError('NABIJ_DIALECT_OPERATION', {
      dialect: rekognition.name,
      operation: operation || 'no operation',
    })
  },

  async answer(call, result) {
    if (call.do === 'judge') {
      const wanted = labelsOf(result, 'boxes')
      const labels = wanted.length > 0 || result.kind !== 'verdict' ? wanted : labelsOf(result, 'labels')
      const found = asked(labels, call)
      // A verdict is never an empty list: programs take the first label as the class, and nothing at all for good.
      const kept = found.length > 0 || result.kind !== 'verdict' ? found : labels.slice(0, 1)
      return amz({ CustomLabels: kept.map(customLabel) })
    }
    if (result.kind === 'models' && call.do === 'list') return amz({ ProjectDescriptions: result.models.map(project) })
    if (result.kind === 'models') return amz({ ProjectVersionDescriptions: result.models.map(version) })
    return amz({ Status: call.do === 'stop' ? 'STOPPING' : 'STARTING' })
  },

  fault(error) {
    const [status, name] = faults[kindOfFault(error)]
    return amz({ __type: wrong[error.code] ?? name, Message: error.message }, status)
  },

  /** Confidences are per cent here. Which version answers stands in the request's ARN only. */
  understand(_call, response) {
    const given = objectIn(response)?.['CustomLabels']
    if (!Array.isArray(given)) return null
    const labels = listIn(given).flatMap(({ Name: name, Confidence: sure, Geometry: geometry }) => {
      const score = typeof sure === 'number' ? shareIn(sure / 100) : null
      if (typeof name !== 'string' || score === null) return []
      const box = ((geometry ?? {}) as Record<string, unknown>)['BoundingBox']
      const { Left: x, Top: y, Width: w, Height: h } = (box ?? {}) as Record<string, unknown>
      return [{ name, score, box: boxIn(x, y, w, h) }]
    })
    return labels.length < given.length ? null : { answer: { decision: null, labels }, version: null }
  },
}

function amz(value: object, status = 200) {
  return json(status, value, { 'content-type': 'application/x-amz-json-1.1' })
}

function judge(model: string, body: Record<string, unknown> | null): DialectCall {
  const image = body?.['Image'] as { Bytes?: unknown; S3Object?: unknown } | undefined
  if (image?.S3Object !== undefined) throw new NabijError('NABIJ_DIALECT_ADDRESS')
  if (typeof image?.Bytes !== 'string')
    throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'it has no Image.Bytes' })
  const picture = base64Bytes(image.Bytes)
  if (picture.length > 5 * 2 ** 20) throw new NabijError('NABIJ_DIALECT_TOO_LARGE', { most: '5 MiB' })
  const number = (name: string, otherwise: number) => {
    const value = body?.[name]
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise
  }
  // In per cent, as the service has it; left out, only what holds by itself is a label.
  const least = number('MinConfidence', 50) / 100
  return {
    do: 'judge',
    model,
    picture: jpegOrPng(picture),
    wants: 'boxes',
    least,
    most: number('MaxResults', 1000) || 1000,
  }
}

function life(what: 'start' | 'stop' | 'describe', arn: string): DialectCall {
  return { do: what, model: nameIn(arn), version: null }
}

/** `arn:aws:rekognition:eu-west-1:123456789012:project/biscuits/version/v1/1690000000000` → biscuits */
function nameIn(arn: string): string {
  return /:project\/([^/]+)/.exec(arn)?.[1] ?? arn
}

function customLabel({ name, score, box }: Label): object {
  const geometry = box && { BoundingBox: { Width: box.w, Height: box.h, Left: box.x, Top: box.y } }
  return { Name: name, Confidence: score * 100, ...(geometry ? { Geometry: geometry } : {}) }
}

function project({ name, createdAt }: ModelFacts): object {
  return { ProjectArn: arn(name), CreationTimestamp: createdAt / 1000, Status: 'CREATED' }
}

function version({ name, version: number, createdAt, running }: ModelFacts): object {
  return {
    ProjectVersionArn: `${arn(name)}/version/${number}`,
    CreationTimestamp: createdAt / 1000,
    Status: running ? 'RUNNING' : 'STOPPED',
    MinInferenceUnits: 1,
  }
}

function arn(name: string): string {
  return `arn:aws:rekognition:local:000000000000:project/${name}`
}
