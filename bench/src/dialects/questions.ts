import { signRequest } from '@nabij/dialects'
import type { Question } from './ask.ts'

export interface Key {
  accessKey: string
  secret: string
  key: string
}

/** What the official client of a service sends to have a picture judged; `base` is the address that it is given. */
export type Ask = (base: string, model: string, key: Key, picture: Uint8Array) => Promise<Question>

const region = 'eu-west-1'
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

/** By the id of the dialect. */
export const questions: Record<string, Ask> = {
  'lookout-vision': (base, model, key, picture) =>
    signed(base, `/2020-11-20/projects/${model}/models/1/detect`, 'lookoutvision', key, jpeg, picture),
  'custom-vision': async (base, model, { key }, picture) => ({
    url: `${base}/customvision/v3.1/prediction/p/classify/iterations/${model}/image`,
    headers: { 'content-type': 'application/octet-stream', 'prediction-key': key },
    body: picture,
  }),
  rekognition: (base, model, key, picture) => {
    const arn = `arn:aws:rekognition:${region}:123456789012:project/${model}/version/v1/1690000000000`
    const body = json({ ProjectVersionArn: arn, Image: { Bytes: Buffer.from(picture).toString('base64') } })
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'RekognitionService.DetectCustomLabels',
    }
    return signed(base, '/', 'rekognition', key, headers, body)
  },
  kserve: async (base, model, { key }, picture) => asTensor(base, model, picture, { authorization: `Bearer ${key}` }),
  sagemaker: (base, model, key, picture) =>
    signed(base, `/endpoints/${model}/invocations`, 'sagemaker', key, jpeg, picture),
}

const jpeg = { 'content-type': 'image/jpeg' }

/** As Triton's client sends it: JSON, and the picture's bytes behind it. */
export function asTensor(base: string, model: string, picture: Uint8Array, headers: Record<string, string>): Question {
  const parameters = { binary_data_size: picture.length + 4 }
  const head = json({ inputs: [{ name: 'picture', datatype: 'BYTES', shape: [1], parameters }] })
  const length = Buffer.alloc(4)
  length.writeUInt32LE(picture.length)
  return {
    url: `${base}/v2/models/${model}/infer`,
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'inference-header-content-length': String(head.length),
    },
    body: Buffer.concat([head, length, picture]),
  }
}

async function signed(
  base: string,
  path: string,
  service: string,
  key: Key,
  headers: Record<string, string>,
  body: Uint8Array,
): Promise<Question> {
  const url = new URL(`${base}${path}`)
  const request = { method: 'POST', path: url.pathname, query: new URLSearchParams(), headers, body }
  return { url: url.href, headers: await signRequest(request, url.host, key, { service, region }, Date.now()), body }
}
