import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Question {
  method?: string
  url: string
  headers?: Record<string, string>
  body?: Uint8Array
}

/** Asks and reads the whole answer. @throws when the status is no success */
export async function ask(question: Question): Promise<Uint8Array> {
  const { method = 'POST', url, headers = {}, body } = question
  const length = body ? { 'content-length': String(body.length) } : {}
  const asked = request(url, { method, agent, headers: { ...headers, ...length } })
  try {
    asked.end(body)
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    const chunks: Uint8Array[] = []
    for await (const chunk of response) chunks.push(chunk as Uint8Array)
    const answer = Buffer.concat(chunks)
    const { statusCode = 0 } = response
    if (statusCode >= 200 && statusCode < 300) return answer
    throw new Error(`${url}: ${statusCode} ${answer.toString().slice(0, 300)}`)
  } catch (error) {
    // The server may end an idle connection at the very moment at which it is used again.
    if (asked.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET') return ask(question)
    throw error
  }
}

export async function askJson<T>(method: string, url: string, value?: unknown): Promise<T> {
  const body = value === undefined ? {} : { body: Buffer.from(JSON.stringify(value)) }
  const answer = await ask({ method, url, headers: { 'content-type': 'application/json' }, ...body })
  return JSON.parse(Buffer.from(answer).toString()) as T
}
