import { NabijError } from '@nabij/base'
import type { Middleware } from '../context.ts'
import { readCookie } from './cookies.ts'
import { isThisComputer, peerOf } from './peer.ts'

const every = 10_000

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
    for (const credential of credentials) if (await accounts.identify(credential)) return true
    return false
  }
  const reader = c.res.body.getReader()
  let timer: ReturnType<typeof setInterval> | undefined
  const watched = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => void reader.cancel(new NabijError('NABIJ_SIGN_IN')).finally(() => controller.close())
      timer = setInterval(() => void stillIn().then((yes) => yes || end(), end), every)
      timer.unref()
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (!done) return controller.enqueue(value)
      clearInterval(timer)
      // The watch may have closed it in the meantime.
      try {
        controller.close()
      } catch {
        // Closed already.
      }
    },
    cancel(reason) {
      clearInterval(timer)
      return reader.cancel(reason)
    },
  })
  c.res = new Response(watched, c.res)
}
