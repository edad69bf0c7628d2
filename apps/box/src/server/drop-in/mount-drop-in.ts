import { asNabijError, NabijError } from '@nabij/base'
import { dialects } from '@nabij/dialects'
import type { Context, Hono } from 'hono'
import { readBody } from '../body/read-body.ts'
import type { Env } from '../context.ts'

/** Programs of cloud services find the box here; their own keys say who they are. */
export const dropInPath = '/drop-in'

/** A request is answered in the dialect's own words, errors too: an old program understands nothing else. */
export function mountDropIn(app: Hono<Env>): void {
  app.all(`${dropInPath}/:dialect/*`, answer)
  app.all(`${dropInPath}/:dialect`, answer)
}

async function answer(c: Context<Env>): Promise<Response> {
  const { pathname, searchParams } = new URL(c.req.url)
  const id = c.req.param('dialect') ?? ''
  const dialect = dialects.find((each) => each.id === id)
  const request = {
    method: c.req.method,
    path: pathname.slice(`${dropInPath}/${id}`.length) || '/',
    query: searchParams,
    headers: Object.fromEntries(c.req.raw.headers),
    body: new Uint8Array(),
  }
  try {
    // One byte more than is taken, so that the dialect itself says that it is too much.
    const body = await readBody(c, (dialect?.most ?? 0) + 1)
    return said(
      await c
        .get('hall')
        .workspaces.own()
        .dropIn.answer(id, { ...request, body }, pathname),
    )
  } catch (error) {
    if (!dialect) throw error
    return said(dialect.fault(tooLarge(asNabijError(error), dialect.most), request))
  }
}

function tooLarge(error: NabijError, most: number): NabijError {
  if (error.code !== 'NABIJ_TOO_LARGE') return error
  return new NabijError('NABIJ_DIALECT_TOO_LARGE', { most: `${most / 2 ** 20} MiB` }, error)
}

function said({
  status,
  headers,
  body,
}: {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}): Response {
  return new Response(new Uint8Array(body), { status, headers })
}
