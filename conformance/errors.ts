import { readFile } from 'node:fs/promises'
import {
  AccessDeniedException,
  DescribeModelCommand,
  DetectAnomaliesCommand,
  ListModelsCommand,
  LookoutVisionClient,
  ResourceNotFoundException,
  ValidationException,
} from '@aws-sdk/client-lookoutvision'
import {
  DescribeProjectVersionsCommand,
  DetectCustomLabelsCommand,
  InvalidImageFormatException,
  RekognitionClient,
  ResourceNotFoundException as RekognitionNotFound,
} from '@aws-sdk/client-rekognition'
import { PredictionAPIClient } from '@azure/cognitiveservices-customvision-prediction'
import { ApiKeyCredentials, RestError } from '@azure/ms-rest-js'

type Env = Record<string, string>

/** Errors as the official clients throw them, and the life of a model: by type, not by text. */
export function errorsOf(
  clients: Record<string, Env>,
  { good: picture, bad }: { good: string; bad: string },
): { name: string; work: () => Promise<void> }[] {
  const vision = (over: Env = {}) =>
    new LookoutVisionClient(options('lookout-vision', 'AWS_ENDPOINT_URL_LOOKOUTVISION', over))
  const labels = (over: Env = {}) => new RekognitionClient(options('rekognition', 'AWS_ENDPOINT_URL_REKOGNITION', over))
  const detect = async (model: string, over: Env = {}, body?: Uint8Array) =>
    vision(over).send(
      new DetectAnomaliesCommand({
        ProjectName: model,
        ModelVersion: '1',
        ContentType: 'image/jpeg',
        Body: body ?? (await readFile(picture)),
      }),
    )
  const custom = (Bytes: Uint8Array, model = 'koekjes') =>
    labels().send(
      new DetectCustomLabelsCommand({
        ProjectVersionArn: `arn:aws:rekognition:eu-west-1:123456789012:project/${model}/version/v1/1`,
        Image: { Bytes },
      }),
    )
  return [
    {
      name: 'lookout-vision: a wrong secret is AccessDeniedException',
      work: () => throws(AccessDeniedException, () => detect('koekjes', { AWS_SECRET_ACCESS_KEY: 'wrong' })),
    },
    {
      name: 'lookout-vision: an unknown project is ResourceNotFoundException',
      work: () => throws(ResourceNotFoundException, () => detect('moeren')),
    },
    {
      name: 'lookout-vision: what is no picture is ValidationException',
      work: () => throws(ValidationException, () => detect('koekjes', {}, new TextEncoder().encode('no picture'))),
    },
    {
      name: 'lookout-vision: the model is described and listed as hosted',
      async work() {
        const one = await vision().send(new DescribeModelCommand({ ProjectName: 'koekjes', ModelVersion: '1' }))
        const all = await vision().send(new ListModelsCommand({ ProjectName: 'koekjes' }))
        if (one.ModelDescription?.Status !== 'HOSTED' || all.Models?.length !== 1)
          throw new Error(JSON.stringify([one, all]))
      },
    },
    {
      name: 'lookout-vision: a bad part comes with kinds, shares and a mask that the client decodes',
      async work() {
        const { DetectAnomalyResult } = await detect('koekjes', {}, await readFile(bad))
        const [background, ...kinds] = DetectAnomalyResult?.Anomalies ?? []
        const share = kinds.reduce((sum, { PixelAnomaly }) => sum + (PixelAnomaly?.TotalPercentageArea ?? 0), 0)
        const mask = DetectAnomalyResult?.AnomalyMask ?? new Uint8Array()
        const isPng = [0x89, 0x50, 0x4e, 0x47].every((sign, n) => mask[n] === sign)
        if (background?.Name !== 'background' || !(share > 0 && share <= 1) || !isPng)
          throw new Error(JSON.stringify({ background, kinds, bytes: mask.length }))
      },
    },
    {
      name: 'rekognition: an unknown model is ResourceNotFoundException',
      work: async () => throws(RekognitionNotFound, async () => custom(await readFile(picture), 'moeren')),
    },
    {
      name: 'rekognition: what is no picture is InvalidImageFormatException',
      work: () => throws(InvalidImageFormatException, () => custom(new TextEncoder().encode('no picture'))),
    },
    {
      name: 'rekognition: the model is described as running',
      async work() {
        const ProjectArn = 'arn:aws:rekognition:eu-west-1:123456789012:project/koekjes/1690000000000'
        const { ProjectVersionDescriptions } = await labels().send(new DescribeProjectVersionsCommand({ ProjectArn }))
        if (ProjectVersionDescriptions?.[0]?.Status !== 'RUNNING')
          throw new Error(JSON.stringify(ProjectVersionDescriptions))
      },
    },
    {
      name: 'custom-vision: a wrong key is a RestError with status 401',
      async work() {
        const endpoint = clients['custom-vision']?.['PREDICTION_ENDPOINT'] ?? ''
        const client = new PredictionAPIClient(
          new ApiKeyCredentials({ inHeader: { 'Prediction-key': 'wrong' } }),
          endpoint,
        )
        const error = await failure(async () =>
          client.classifyImage('5c1f4d3e-0000-4000-8000-000000000001', 'koekjes', await readFile(picture)),
        )
        if (!(error instanceof RestError) || error.statusCode !== 401) throw new Error(String(error))
      },
    },
  ]

  function options(dialect: string, variable: string, over: Env) {
    const env = { ...clients[dialect], ...over }
    return {
      region: 'eu-west-1',
      endpoint: env[variable] ?? '',
      maxAttempts: 1,
      credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
    }
  }
}

async function throws(type: new (...given: never[]) => Error, work: () => Promise<unknown>): Promise<void> {
  const error = await failure(work)
  if (!(error instanceof type)) throw new Error(`${type.name} was expected, and came: ${String(error)}`)
}

async function failure(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => 'no error',
    (error: unknown) => error,
  )
}
