import { NabijError, newId, type OwnModel, type Recognised } from '@nabij/base'
import type { DialectCall, DialectResult, ModelFacts } from '@nabij/dialects'
import type { Clock } from '@nabij/stations'
import type { ModelDesk } from '../models/model-desk.ts'
import { invoked } from './invoke-model.ts'
import { tensorIn, tensorOut, typeWords } from './named-tensors.ts'
import type { StoredRoute } from './route-store.ts'

export interface AtModel {
  models: ModelDesk
  clock: Clock
}

type Route = StoredRoute & { modelId: string }

/** What a model that was brought along finds for a call. */
export async function carryOutModel(
  call: DialectCall,
  route: Route,
  { models, clock }: AtModel,
): Promise<DialectResult> {
  const model = await models.get(route.modelId)
  if (call.do === 'describe') return { kind: 'models', models: [modelFacts(route, model)] }
  if (call.do === 'start' || call.do === 'stop') {
    await models.change(model.id, { stopped: call.do === 'stop' })
    return { kind: 'ok' }
  }
  if (model.stopped) throw new NabijError('NABIJ_DIALECT_MODEL_STOPPED', { model: route.model })
  if (call.do === 'invoke') return invoked(call, model, models)
  if (call.do === 'infer') {
    const [input, ...more] = call.inputs
    if (input && more.length === 0 && input.data instanceof Uint8Array) {
      const found = await models.recognise(model.id, input.data)
      return { kind: 'tensors', model: route.model, version: versionOf(model), outputs: labelTensors(found) }
    }
    const outputs = await models.infer(
      model.id,
      Object.fromEntries(call.inputs.map((each) => [each.name, tensorIn(each, model)])),
    )
    const wanted = Object.entries(outputs).filter(([name]) => call.outputs === null || call.outputs.includes(name))
    return { kind: 'tensors', model: route.model, version: versionOf(model), outputs: wanted.map(tensorOut) }
  }
  if (call.do !== 'judge')
    throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: 'this model', operation: call.do })
  const found = await models.recognise(model.id, call.picture)
  if (call.wants === 'anomaly') return verdictOf(found, route, clock())
  return { kind: 'labels', id: newId(), labels: found.labels, modelVersion: versionOf(model), createdAt: clock() }
}

export function modelFacts({ model: name, createdAt }: StoredRoute, model: OwnModel): ModelFacts {
  const ends = (values: OwnModel['inputs']) =>
    values.map((value) => ({ name: value.name, datatype: typeWords[value.type], shape: value.dims }))
  return {
    name,
    version: versionOf(model),
    createdAt,
    running: !model.stopped,
    platform: 'onnxruntime_onnx',
    inputs: ends(model.inputs),
    outputs: ends(model.outputs),
  }
}

/** The same file is the same version. */
export function versionOf({ sha256 }: OwnModel): string {
  return sha256.slice(0, 12)
}

/** Where a program asks whether something is wrong: all that is not called good is. */
function verdictOf({ labels }: Recognised, { names }: StoredRoute, at: number): DialectResult {
  const boxes = labels.some(({ box }) => box !== null)
  const good = labels.find(({ name, box }) => box === null && name === names.good)
  const bad = labels.filter(({ name }) => name !== names.good)
  // Of boxes the most certain one says how wrong it is; of classes it is what good leaves over.
  const score = boxes || !good ? Math.max(0, ...bad.map((label) => label.score)) : 1 - good.score
  const [worst] = bad
  const verdict = (boxes ? bad.length > 0 : score > 0.5) ? 'fail' : 'pass'
  const regions = bad.flatMap(({ box, score: sure }) => (box ? [{ ...box, score: sure, area: box.w * box.h }] : []))
  const kind = verdict === 'fail' && worst ? { name: worst.name, confidence: worst.score } : null
  // The scale of stations: over the limit is wrong. A box that is there at all is wrong, however sure it is.
  const measured = boxes && verdict === 'fail' ? 0.5 + score / 2 : score
  return {
    kind: 'verdict',
    verdict: { id: newId(), verdict, score: measured, limit: 0.5, regions, kind, capturedAt: at },
    mask: null,
    names,
  }
}

function labelTensors({ labels }: Recognised) {
  const count = labels.length
  const boxes = labels.flatMap(({ box }) => (box ? [box.x, box.y, box.w, box.h] : []))
  return [
    { name: 'labels', datatype: 'BYTES', shape: [count], data: labels.map(({ name }) => name) },
    { name: 'scores', datatype: 'FP32', shape: [count], data: labels.map(({ score }) => score) },
    ...(boxes.length > 0 ? [{ name: 'boxes', datatype: 'FP32', shape: [count, 4], data: boxes }] : []),
  ]
}
