/** The part of a form that is a file. `bytes` is a view on the body, not a copy. */
export interface FormFile {
  bytes: Uint8Array
  filename: string | null
}

const lineEnd = Buffer.from('\r\n')
const blankLine = Buffer.from('\r\n\r\n')
/** A form for one picture has a handful of parts; headers of a part are short. */
const most = { parts: 32, headers: 8192 }

/** The boundary that a Content-Type header names (RFC 2046: 1 to 70 characters), or null. */
export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Finds the field `field` in a multipart/form-data body (RFC 7578).
 * 'malformed' when the body is not such a form, 'absent' when it is but has no such field.
 */
export function formFile(body: Uint8Array, boundary: string, field: string): FormFile | 'malformed' | 'absent' {
  const form = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = Buffer.from(`--${boundary}`)
  const divider = Buffer.concat([lineEnd, mark])
  let at = form.subarray(0, mark.length).equals(mark) ? mark.length : after(form, divider, 0)
  for (let part = 0; at >= 0 && part < most.parts; part++) {
    if (form.subarray(at, at + 2).toString('latin1') === '--') return 'absent'
    const head = form.indexOf(blankLine, at)
    const end = head < 0 ? -1 : form.indexOf(divider, head + 2)
    if (end < 0 || head - at > most.headers) return 'malformed'
    const headers = form.subarray(at, head).toString('utf8')
    if (fieldOf(headers) === field) return { bytes: form.subarray(head + 4, end), filename: filenameOf(headers) }
    at = end + divider.length
  }
  return 'malformed'
}

function after(form: Buffer, what: Buffer, from: number): number {
  const found = form.indexOf(what, from)
  return found < 0 ? -1 : found + what.length
}

function fieldOf(headers: string): string | null {
  return /^content-disposition:[^\r\n]*;\s*name="([^"\r\n]*)"/im.exec(headers)?.[1] ?? null
}

function filenameOf(headers: string): string | null {
  return /^content-disposition:[^\r\n]*;\s*filename="([^"\r\n]*)"/im.exec(headers)?.[1] ?? null
}
