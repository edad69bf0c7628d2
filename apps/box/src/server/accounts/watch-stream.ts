import { NabijError } from '@nabij/base'
import type { Middleware } from '../context.ts'
import { readCookie } from './cookies.ts'
import { isThisComputer, peerOf } from './peer.ts'

const every = 2_000

/** A stream of events outlives the moment at which it was allowed: it ends when its reader is let in no more. */
export const watchStream: Middleware = async (c, next) => {
  await next()
  const known = c.get('known')
  if (!known || !c.res.body || !c.res.headers.get('content-type')?.startsWith('text/event-stream')) return
  const { workspaces } = c.get('hall')
  const bearer = /^bearer\s+(\S+)/i.exec(c.req.header('authorization') ?? '')?.[1]
  const cookies = [readCookie(c, 'session'), readCookie(c, 'device')].filter((secret) => secret !== null)
  const stillIn = async (): Promise<boolean> => {
    const { accounts } = workspaces.own()
    if (!(await accounts.exist()) && isThisComputer(peerOf(c))) return true
    const credentials = bearer
      ? [{ kind: 'token' as const, secret: bearer }]
      : cookies.map((secret) => ({ kind: 'cookie' as const, secret }))
    for (const credential of credentials) if (await accounts.identify({ ...credential, use: 'watch' })) return true
    return false
  }
  const reader = c.res.body.getReader()
  let timer: ReturnType<typeof setInterval> | undefined
  const watched = new ReadableStream<Uint8Array>({
    start() {
      // What waits to be read then sees the end, and closes.
      const end = () => void reader.cancel(new NabijError('NABIJ_SIGN_IN')).catch(() => undefined)
      timer = setInterval(() => void stillIn().then((yes) => yes || end(), end), every)
      timer.unref()
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (!done) return controller.enqueue(value)
      clearInterval(timer)
      controller.close()
    },
    cancel(reason) {
      clearInterval(timer)
      return reader.cancel(reason)
    },
  })
  c.res = new Response(watched, c.res)
}
