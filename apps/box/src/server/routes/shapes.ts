import { z } from '@hono/zod-openapi'
import type { ErrorCode } from '@nabij/base'

const id = z.uuid()
export const IdParam = z.object({ id })

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .pipe(z.int().max(most))
    .openapi({ type: 'integer', minimum: 0, maximum: most })

/** Epoch milliseconds; as far as a Date reaches. */
export const Moment = wholeNumber(8.64e15)
export const Seq = wholeNumber(Number.MAX_SAFE_INTEGER)
export const Limit = wholeNumber(1000)
  .optional()
  .transform((limit) => Math.max(1, limit ?? 50))
  .openapi({ type: 'integer', minimum: 1, maximum: 1000, default: 50 })

/** A label of a picture; folders in front of it are left out. */
export const Name = z.string().max(4096).optional().openapi({ example: 'part-0012.jpg' })

/** Control characters, and what turns the direction of text, may not pass for a name. */
// oxlint-disable-next-line no-control-regex -- these characters are what may not be there
const visible = /^[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/

export const PlainText = (most: number) => z.string().trim().min(1).max(most).regex(visible)

/** A kind of defect, in a person's own word. */
export const Kind = PlainText(80)

/** Only what was given: a field that is there but undefined is not a change. */
export function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined)) as never
}

export const KeyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description: 'The same key with the same request is carried out once; the answer is then given again.',
} as const

export const answer = <T extends z.ZodType>(schema: T, description: string, example?: unknown) => ({
  description,
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
})

export const sent = <T extends z.ZodType>(schema: T, example: unknown) => ({
  body: { required: true, content: { 'application/json': { schema, example } } },
})

const bytes = { type: 'string', format: 'binary' } as const

export const bytesAnswer = <T extends string>(description: string, type: T) => ({
  description,
  content: { [type]: { schema: bytes } } as Record<T, { schema: typeof bytes }>,
})

/** A picture as the body itself, as a form, or as base64. */
export const pictureSent = {
  body: {
    required: true,
    content: {
      'image/*': { schema: bytes },
      'application/octet-stream': { schema: bytes },
      'multipart/form-data': {
        schema: { type: 'object' as const, required: ['file'], properties: { file: bytes } },
      },
      'application/json': {
        schema: {
          type: 'object' as const,
          required: ['image'],
          properties: { image: { type: 'string' as const, description: 'The picture as base64, at most 16 MiB' } },
        },
      },
    },
  },
}

export const bytesSent = (type: string, description: string) => ({
  body: { required: true, description, content: { [type]: { schema: bytes } } },
})

/** The errors that an operation can answer with; the document lists them by status. */
export const fails = (...codes: ErrorCode[]) => ({ 'x-errors': codes })
