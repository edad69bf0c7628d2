import type { By } from '@nabij/accounts'
import type { Ctx, Middleware } from '../context.ts'
import { routeOf } from './authorize.ts'
import { isThisComputer, peerOf } from './peer.ts'
import { ruleOf } from './policy.ts'

/** Who did it and from where, for the audit log. */
export function byOf(c: Ctx): By {
  const { kind, id, name, role } = c.get('who')
  const address = peerOf(c)
  return { who: { kind, id, name, role }, from: isThisComputer(address) ? null : address }
}

/**
 * Writes down each change that succeeded, before it is answered. What accounts change, they write down themselves, in
 * the same transaction; the sample is for playing, and is not written down.
 */
export const audited: Middleware = async (c, next) => {
  const route = routeOf(c)
  const word = route && route.method !== 'GET' ? ruleOf(route.method, route.path).audit : false
  if (!word || c.req.path.startsWith('/sample/')) return next()
  const by = byOf(c)
  const id = idIn(c.req.path)
  const before = await stateBefore(c, word, id)
  await next()
  if (!c.res.ok) return
  const { log, workspaces } = c.get('hall')
  try {
    const asked = await askedOf(c)
    const answered = await answerOf(c)
    const change = changeOf(c.req.method, before, asked, answered)
    // A route comes with its key: it is in a field of its own.
    const on = id ?? textIn(answered, 'id') ?? textIn(plainIn(answered, 'route'), 'id')
    await workspaces.own().accounts.note(by, word, on, change.before, change.after)
  } catch (error) {
    // What was done is done: a line that cannot be written must not turn it into a failure that is tried again.
    log('warn', 'change not in the audit log', { what: word, id, error: String(error) })
  }
}

type Plain = Record<string, unknown>

/** Of a change both sides of what was asked for; of something new or gone that thing. */
function changeOf(method: string, before: Plain | null, asked: Plain | null, answered: Plain | null) {
  if (method === 'PATCH') {
    const keys = Object.keys(asked ?? {})
    const pick = (from: Plain | null) => from && Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
    return { before: pick(before), after: pick({ ...asked, ...answered }) }
  }
  // What is taken back shows in what is there instead.
  if (method === 'DELETE') return { before, after: answered?.['now'] ? summary(answered) : null }
  return { before: null, after: asked ?? summary(answered) }
}

/** What something is called and is, without what it has done since. */
function summary(value: Plain | null): Plain | null {
  if (!value) return null
  const told = [
    'id',
    'name',
    'label',
    'kind',
    'version',
    'source',
    'dialect',
    'model',
    'state',
    'verdictId',
    'photoId',
    'recipeId',
    'bytes',
    'field',
    'value',
    'now',
  ]
  return Object.fromEntries(told.filter((key) => key in value).map((key) => [key, value[key]]))
}

async function stateBefore(c: Ctx, word: string, id: string | null): Promise<Plain | null> {
  const fact = /\/knowledge\/vendors\/([^/]+)\/facts\/([a-z-]+)$/.exec(c.req.path)
  if (fact) return factBefore(c, decodeURIComponent(fact[1] ?? ''), fact[2] ?? '').catch(() => null)
  if (id === null || c.req.method === 'POST') return null
  const { stations, dropIn } = c.get('hall').workspaces.own()
  const found = await lookUp().catch(() => null)
  return c.req.method === 'DELETE' ? summary(found) : found

  /** Small things are looked for among those of each station: there are few, and changes are rare. */
  async function lookUp(): Promise<Plain | null> {
    if (word.startsWith('station.')) return { ...(await stations.get(id ?? '')) }
    if (word.startsWith('product.')) {
      const productId = c.req.path.split('/').at(-1)
      return { ...(await stations.get(id ?? '')).products.find((product) => product.id === productId) }
    }
    if (word.startsWith('drop-in.')) return { ...(await dropIn.list()).find((route) => route.id === id) }
    if (!word.startsWith('photo.') && !word.startsWith('output.')) return null
    for (const station of await stations.list()) {
      const all = word.startsWith('photo.') ? await stations.photos(station.id) : await stations.outputs(station.id)
      const one = all.find((item) => item.id === id)
      if (one) return { ...one }
    }
    return null
  }
}

/** What somebody stated of a vendor, before it is taken back. */
async function factBefore(c: Ctx, vendor: string, field: string): Promise<Plain | null> {
  const known = asObject(new TextDecoder().decode(await c.get('hall').workspaces.own().register.vendor(vendor)))
  const { facts = [] } = (known?.['own'] ?? {}) as { facts?: Plain[] }
  return summary(facts.find((one) => one['field'] === field) ?? null)
}

async function askedOf(c: Ctx): Promise<Plain | null> {
  const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '')
  const body = c.get('body')
  if (!isJson || !body || c.get('picture')) return null
  return asObject(new TextDecoder().decode(body))
}

async function answerOf(c: Ctx): Promise<Plain | null> {
  const isJson = /^application\/json\b/i.test(c.res.headers.get('content-type') ?? '')
  return isJson ? asObject(await c.res.clone().text()) : null
}

function asObject(text: string): Plain | null {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : null
}

function idIn(path: string): string | null {
  return /[\da-f]{8}-[\da-f-]{27}/i.exec(path)?.[0] ?? null
}

function plainIn(value: Plain | null, key: string): Plain | null {
  const inner = value?.[key]
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Plain) : null
}

function textIn(value: Plain | null, key: string): string | null {
  const text = value?.[key]
  return typeof text === 'string' ? text : null
}
