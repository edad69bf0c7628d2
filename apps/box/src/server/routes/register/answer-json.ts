import type { Ctx } from '../../context.ts'

/** JSON as the register made it: it need not be taken apart and put together again on its way. */
export function answerJson(c: Ctx, text: Uint8Array<ArrayBuffer>): never {
  return c.body(text, 200, { 'content-type': 'application/json', 'cache-control': 'no-store' }) as never
}
