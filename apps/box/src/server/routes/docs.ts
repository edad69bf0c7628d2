import { type ErrorCode, errorCatalogue, Language } from '@nabij/base'
import type { Hono } from 'hono'
import type { Ctx, Env } from '../context.ts'
import { apiDocument } from '../docs/api-document.ts'
import { docsPage } from '../docs/docs-page.ts'
import { errorListPage, errorPage } from '../docs/error-page.ts'
import { notFound } from '../errors/invalid-input.ts'

/** The documentation: the document, the page made of it, and a page for each error. */
export function addDocs(app: Hono<Env>, version: string): void {
  let made: ReturnType<typeof apiDocument> | null = null
  const document = (): ReturnType<typeof apiDocument> => {
    made ??= apiDocument(version)
    return made
  }
  app.get('/api/v1/openapi.json', (c) => c.json(document(), 200, { 'cache-control': 'no-cache' }))
  app.get('/api/docs', (c) => html(c, docsPage(document(), new URL(c.req.url).origin)))
  app.get('/errors', (c) => html(c, errorListPage(languageAsked(c))))
  app.get('/errors/:code', (c) => {
    const { code } = c.req.param()
    if (!Object.hasOwn(errorCatalogue, code)) throw notFound(code)
    return html(c, errorPage(code as ErrorCode, languageAsked(c)))
  })
}

function languageAsked(c: Ctx): Language {
  return Language.safeParse(c.req.query('lang')).data ?? c.get('language')
}

function html(c: Ctx, text: string): Response {
  return c.html(text, 200, { 'cache-control': 'no-cache', vary: 'accept-language' })
}
