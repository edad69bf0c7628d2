import type { Operation, Place } from './document-types.ts'

const exampleId = '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e10'

const files = [
  ['restore', 'nabij.tar'],
  ['evidence', 'bank-2026.xml'],
] as const

/** One line for a shell that calls the operation at `address`. */
export function curlLine({ method, path, operation }: Place, address: string): string {
  const url = address + path.replaceAll('{id}', exampleId).replaceAll('{name}', 'nabij.tar') + queryOf(operation)
  const content = operation.requestBody?.content ?? {}
  const words = ['curl', ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`])]
  if (path.endsWith('/events')) words.push('-N')
  if ('image/*' in content) words.push("-H 'Content-Type: image/jpeg'", '--data-binary @part.jpg')
  else if ('application/octet-stream' in content) {
    words.push(
      "-H 'Content-Type: application/octet-stream'",
      `--data-binary @${files.find(([ending]) => path.endsWith(ending))?.[1] ?? 'part.onnx'}`,
    )
  } else if ('application/json' in content) {
    words.push(
      "-H 'Content-Type: application/json'",
      `-d '${JSON.stringify(content['application/json']?.example ?? {})}'`,
    )
  }
  if (/\/(picture|map|file)$/.test(path)) words.push(`-o ${path.split('/').at(-1)}`)
  return [...words, `'${url}'`].join(' ')
}

function queryOf(operation: Operation): string {
  const examples: Record<string, string> = { from: '1763971200000', to: '1763974800000' }
  const wanted = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required)
  const words = wanted.map(({ name }) => `${name}=${examples[name] ?? '…'}`)
  return words.length > 0 ? `?${words.join('&')}` : ''
}
