import type { ErrorCode } from '@nabij/base'
import type { createRouter } from '../routes/router.ts'

export type ApiDocument = ReturnType<ReturnType<typeof createRouter>['getOpenAPI31Document']>

/** A JSON schema. */
export type Schema = Record<string, unknown>
export type Content = Record<string, { schema?: Schema; example?: unknown }>

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}

/** One operation of the document, as far as we write it. */
export interface Operation {
  operationId?: string
  tags?: string[]
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { description?: string; content: Content }
  responses: Record<string, { description: string; content?: Content }>
  'x-errors'?: ErrorCode[]
}

export interface Place {
  method: string
  path: string
  operation: Operation
}
