import { request } from './client.ts'

/** Calls below `base` that send and get JSON. They throw ApiError. */
export interface JsonCalls {
  get<T>(path: string): Promise<T>
  send<T>(method: string, path: string, value?: object): Promise<T>
}

export function jsonCalls(base: string): JsonCalls {
  return {
    get: async <T>(path: string): Promise<T> => (await request(base + path, 'GET')).json() as Promise<T>,
    async send<T>(method: string, path: string, value?: object): Promise<T> {
      const body = value === undefined ? undefined : JSON.stringify(value)
      const said = await (await request(base + path, method, body, body && 'application/json')).text()
      return (said === '' ? undefined : JSON.parse(said)) as T
    },
  }
}
