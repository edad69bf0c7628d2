import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../context.ts'
import { refuseInvalid } from '../errors/invalid-input.ts'

export type Router = OpenAPIHono<Env>

/** A router whose shapes answer with our own errors. */
export function createRouter(): Router {
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
}
