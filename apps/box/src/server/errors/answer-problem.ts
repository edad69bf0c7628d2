import { RequestError } from '@hono/node-server'
import { asNabijError, type Language, NabijError, toProblem } from '@nabij/base'
import { HTTPException } from 'hono/http-exception'
import type { Ctx } from '../context.ts'
import { malformed } from './malformed.ts'

/** The one place where an error becomes an answer: application/problem+json, and a line in the log. */
export function answerProblem(thrown: unknown, c: Ctx): Response {
  const language = c.get('language') ?? 'nl'
  const requestId = c.get('requestId')
  const error = nameIt(thrown, language)
  const problem = toProblem(error, language, requestId)
  const { log } = c.get('hall')
  const facts = { requestId, code: error.code, status: problem.status, method: c.req.method, path: c.req.path }
  if (problem.status < 500) log('info', 'request refused', facts)
  else log('warn', 'request failed', { ...facts, message: error.message, stack: stackOf(error) })
  const retry = problem.status === 503 || problem.status === 429 ? { 'retry-after': '2' } : {}
  const allow = error.code === 'NABIJ_METHOD_NOT_ALLOWED' ? { allow: String(error.params['allowed']) } : {}
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    ...retry,
    ...allow,
  })
}

function nameIt(thrown: unknown, language: Language): NabijError {
  if (thrown instanceof HTTPException) {
    if (thrown.status === 415) return new NabijError('NABIJ_WRONG_TYPE', { expected: 'application/json', found: '?' })
    if (thrown.status < 500) return malformed('json', language, thrown)
  }
  if (thrown instanceof RequestError) return malformed('http', language, thrown)
  return asNabijError(thrown)
}

function stackOf(error: NabijError): string | undefined {
  return error.cause instanceof Error ? error.cause.stack : error.stack
}
