import { NabijError } from '@nabij/base'

/**
 * The bytes of one part of a multipart form (RFC 7578). Found by hand: the platform's own reader takes a part without a
 * file name for text, and the official client of Custom Vision sends pictures so.
 * @throws NabijError NABIJ_DIALECT_DAMAGED
 */
export function formPart(body: Uint8Array, contentType: string, name: string): Uint8Array {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw damaged('the form has no boundary')
  // One character a byte, so that places in the text are places in the body.
  const text = new TextDecoder('latin1').decode(body)
  const mark = `--${boundary}`
  for (let at = text.indexOf(mark); at >= 0; ) {
    const begin = at + mark.length
    const next = text.indexOf(`\r\n${mark}`, begin)
    const head = text.indexOf('\r\n\r\n', begin)
    if (next < 0 || head < 0) break
    const headers = text.slice(begin, head)
    const named = /content-disposition:[^\r\n]*[;\s]name="?([^";\r\n]+)"?/i.exec(headers)?.[1]
    if (named === name && head < next) return body.subarray(head + 4, next)
    at = next + 2
  }
  throw damaged(`the form has no whole part ${name}`)
}

function damaged(reason: string): NabijError {
  return new NabijError('NABIJ_DIALECT_DAMAGED', { reason })
}
