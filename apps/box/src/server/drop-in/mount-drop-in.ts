import { asNabijError, NabijError } from '@nabij/base'
import { type Dialect, dialects } from '@nabij/dialects'
import type { Context, Hono } from 'hono'
import { peerOf, placeOf } from '../accounts/peer.ts'
import { readBody } from '../body/read-body.ts'
import type { Env } from '../context.ts'

/** Programs of cloud services find the box here; their own keys say who they are. */
const dropInPath = '/drop-in'

/** A request is answered in the dialect's own words, errors too: an old program understands nothing else. */
export function mountDropIn(app: Hono<Env>): void {
  for (const { id, root } of dialects) if (root) app.all(`${root}/*`, (c) => answer(c, id, ''))
  app.all(`${dropInPath}/:dialect/*`, below)
  app.all(`${dropInPath}/:dialect`, below)
}

/** What a program is given instead of the cloud's address, below that of the box. */
export function pathOf({ id, root }: Pick<Dialect, 'id' | 'root'>): string {
  return root ? '' : `${dropInPath}/${id}`
}

function below(c: Context<Env>): Promise<Response> {
  const id = c.req.param('dialect') ?? ''
  return answer(c, id, `${dropInPath}/${id}`)
}

async function answer(c: Context<Env>, id: string, mount: string): Promise<Response> {
  const { pathname, searchParams } = new URL(c.req.url)
  const dialect = dialects.find((each) => each.id === id)
  const request = {
    method: c.req.method,
    path: pathname.slice(mount.length) || '/',
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
        .dropIn.answer(id, { ...request, body }, pathname, placeOf(peerOf(c))),
    )
  } catch (error) {
    if (!dialect) throw error
    return said(dialect.fault(tooLarge(asNabijError(error), dialect.most), request))
  }
}

function tooLarge(error: NabijError, most: number): NabijError {
  if (error.code !== 'NABIJ_TOO_LARGE') return error
  return new NabijError('NABIJ_DIALECT_TOO_LARGE', { most: `${Math.floor(most / 2 ** 20)} MiB` }, error)
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
