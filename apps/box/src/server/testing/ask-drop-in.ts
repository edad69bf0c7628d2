import { dialects, signRequest } from '@nabij/dialects'
import { type FakeBox, jsonOf } from './fake-box.ts'
import { examplePicture } from './fake-workspaces.ts'

export type DropInKey = { accessKey: string; secret: string; key: string }
export interface Sent {
  path: string
  headers: Record<string, string>
  body: Uint8Array
}

const picture64 = Buffer.from(examplePicture).toString('base64')
const inputs = [{ name: 'picture', datatype: 'BYTES', shape: [1], data: [picture64] }]
export const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
export const arn = (model: string) =>
  `arn:aws:rekognition:eu-west-1:123456789012:project/${model}/version/v1/1690000000000`

/** As each official client asks for a judgement. */
export const questions: Record<string, (model: string) => Sent> = {
  'lookout-vision': (model) => ({
    path: `/drop-in/lookout-vision/2020-11-20/projects/${encodeURIComponent(model)}/models/1/detect`,
    headers: { 'content-type': 'image/jpeg' },
    body: examplePicture,
  }),
  'custom-vision': (model) => ({
    path: `/customvision/v3.1/prediction/p/classify/iterations/${encodeURIComponent(model)}/image`,
    headers: { 'content-type': 'application/octet-stream' },
    body: examplePicture,
  }),
  rekognition: (model) => ({
    path: '/drop-in/rekognition/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'RekognitionService.DetectCustomLabels',
    },
    body: json({ ProjectVersionArn: arn(model), Image: { Bytes: picture64 } }),
  }),
  kserve: (model) => ({
    path: `/drop-in/kserve/v2/models/${encodeURIComponent(model)}/infer`,
    headers: { 'content-type': 'application/json' },
    body: json({ inputs }),
  }),
  sagemaker: (model) => ({
    path: `/drop-in/sagemaker/endpoints/${encodeURIComponent(model)}/invocations`,
    headers: { 'content-type': 'image/jpeg' },
    body: examplePicture,
  }),
}

type Over = Partial<Sent> & { stream?: ReadableStream }

/** With its key as the dialect wants it. `over`: what is sent in place of what its client would send. */
export function ask({ call }: FakeBox) {
  return async (dialect: string, model: string, key: DropInKey, over: Over = {}): Promise<Response> => {
    const sent = { ...questions[dialect]?.(model), ...over } as Sent
    const headers = await withKey(dialect, sent, key)
    const init = { headers, body: over.stream ?? new Uint8Array(sent.body), duplex: 'half' }
    return call('POST', `/${sent.path}`, init as RequestInit)
  }
}

async function withKey(dialect: string, sent: Sent, key: DropInKey): Promise<Record<string, string>> {
  const how = dialects.find(({ id }) => id === dialect)?.key
  if (how?.how === 'header') return { ...sent.headers, [how.name]: key.key }
  if (how?.how !== 'signature') return { ...sent.headers, authorization: `Bearer ${key.key}` }
  const request = { ...sent, method: 'POST', query: new URLSearchParams() }
  return signRequest(request, 'localhost', key, { service: how.service, region: 'eu-west-1' }, Date.now())
}

/** Status and what the dialect calls it. */
export async function faultOf(answer: Response): Promise<(number | string)[]> {
  const { __type, code, error } = await jsonOf<Record<string, string>>(answer)
  const name = answer.headers.get('x-amzn-errortype') ?? __type ?? code ?? (error === undefined ? '' : 'error')
  return [answer.status, name]
}
