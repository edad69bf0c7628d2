import { NabijError } from '@nabij/base'
import { base64, decoded, jpegOrPng, json } from '../bodies.ts'
import { certaintyOf } from '../certainty.ts'
import type { Dialect, DialectCall, DialectRequest, ModelFacts, VerdictResult } from '../dialect.ts'
import { type FaultKind, kindOfFault } from '../fault-kind.ts'
import { listIn, objectIn, shareIn, type Understood } from '../understand.ts'

const faults: Record<FaultKind, [number, string]> = {
  denied: [403, 'AccessDeniedException'],
  unknown: [404, 'ResourceNotFoundException'],
  stopped: [409, 'ConflictException'],
  large: [400, 'ValidationException'],
  wrong: [400, 'ValidationException'],
  busy: [429, 'ThrottlingException'],
  ours: [500, 'InternalServerException'],
}

/**
 * Amazon Lookout for Vision, API 2020-11-20, which was switched off on 31 October 2025: asking for a judgement, and the
 * life of a model. A project is the model's name here; its versions are the station's recipes.
 */
export const lookoutVision: Dialect = {
  id: 'lookout-vision',
  name: 'Amazon Lookout for Vision',
  key: { how: 'signature', service: 'lookoutvision' },
  most: 8 * 2 ** 20,

  async read(request) {
    const [root, ...parts] = request.path.split('/').filter(Boolean).map(decoded)
    if (root !== '2020-11-20' || parts[0] !== 'projects') throw unknown(request)
    const [, project, models, version, what] = parts
    const { method } = request
    if (project === undefined && method === 'GET') return { do: 'list', project: null }
    if (project === undefined || models !== 'models') throw unknown(request)
    if (version === undefined && method === 'GET') return { do: 'list', project }
    if (version === undefined) throw unknown(request)
    if (what === 'detect' && method === 'POST') return judge(project, request)
    if (what === 'start' && method === 'POST') return { do: 'start', model: project, version }
    if (what === 'stop' && method === 'POST') return { do: 'stop', model: project, version }
    if (what === undefined && method === 'GET') return { do: 'describe', model: project, version }
    throw unknown(request)
  },

  async answer(call, result) {
    if (result.kind === 'verdict') return json(200, { DetectAnomalyResult: anomaly(result) })
    if (result.kind === 'models') return json(200, modelsAs(call, result.models))
    if (result.kind === 'ok') return json(202, { Status: call.do === 'stop' ? 'STOPPING_HOSTING' : 'STARTING_HOSTING' })
    throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: lookoutVision.name, operation: result.kind })
  },

  fault(error) {
    const [status, name] = faults[kindOfFault(error)]
    return json(status, { Message: error.message }, { 'x-amzn-errortype': name })
  },

  understand: (_call, response) => understood(objectIn(response)?.['DetectAnomalyResult']),
}

/** It names kinds of anomalies only where it draws them; it never says which version answered. */
function understood(result: unknown): Understood | null {
  const { IsAnomalous: bad, Confidence: sure, Anomalies: kinds } = (result ?? {}) as Record<string, unknown>
  const score = shareIn(sure)
  if (typeof bad !== 'boolean' || score === null) return null
  const names = listIn(kinds).flatMap(({ Name: name }) =>
    typeof name === 'string' && name !== 'background' ? [name] : [],
  )
  const labels = bad ? names.map((name) => ({ name, score, box: null })) : []
  return { answer: { decision: bad ? 'fail' : 'pass', labels }, version: null }
}

function judge(model: string, { body }: DialectRequest): DialectCall {
  return { do: 'judge', model, picture: jpegOrPng(body), wants: 'anomaly', least: 0, most: 1 }
}

/** Unsure is no pass: somebody looks at what the service calls anomalous. */
function anomaly({ verdict, mask, names }: VerdictResult): object {
  const isAnomalous = verdict.verdict !== 'pass'
  const known = { Source: { Type: 'direct' }, IsAnomalous: isAnomalous, Confidence: certaintyOf(verdict) }
  if (!mask) return known
  const area = Math.min(
    1,
    verdict.regions.reduce((sum, region) => sum + region.area, 0),
  )
  const share = (name: string, of: number, color: string) => ({
    Name: name,
    PixelAnomaly: { TotalPercentageArea: of, Color: color },
  })
  const background = share('background', isAnomalous ? 1 - area : 1, '#FFFFFF')
  // Programs for models that draw read the mask of good parts as well.
  const anomalies = isAnomalous ? [background, share(verdict.kind?.name ?? names.bad, area, '#23A436')] : [background]
  return { ...known, Anomalies: anomalies, AnomalyMask: base64(mask) }
}

function modelsAs(call: DialectCall, models: ModelFacts[]): object {
  if (call.do === 'list' && call.project === null)
    return {
      Projects: models.map(({ name, createdAt }) => ({
        ProjectArn: arn(`project/${name}`),
        ProjectName: name,
        CreationTimestamp: createdAt / 1000,
      })),
    }
  if (call.do === 'list') return { Models: models.map(metadata) }
  const [model] = models
  return { ModelDescription: model ? metadata(model) : {} }
}

function metadata({ name, version, createdAt, running }: ModelFacts): object {
  return {
    CreationTimestamp: createdAt / 1000,
    ModelVersion: version,
    ModelArn: arn(`model/${name}/${version}`),
    Status: running ? 'HOSTED' : 'TRAINED',
    StatusMessage: running ? 'Running on this box.' : 'Stopped on this box.',
  }
}

function arn(what: string): string {
  return `arn:aws:lookoutvision:local:000000000000:${what}`
}

function unknown({ method, path }: DialectRequest): NabijError {
  return new NabijError('NABIJ_DIALECT_OPERATION', { dialect: lookoutVision.name, operation: `${method} ${path}` })
}
