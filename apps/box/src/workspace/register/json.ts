/** A JSON text as bytes: they change hands between threads, and go out, without being copied. */
export type Json = Uint8Array<ArrayBuffer>

export function json(value: unknown): Json {
  return new TextEncoder().encode(JSON.stringify(value))
}

export function parsed<T>(bytes: Json): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}
