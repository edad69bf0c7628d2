import { NabijError } from '@nabij/base'
import type { Middleware } from '../context.ts'

/** The sample is made up: what belongs to the company itself is not mixed with it. */
export const ownOnly: Middleware = async (c, next) => {
  if (c.get('workspace').kind === 'sample') throw new NabijError('NABIJ_SAMPLE_READ_ONLY')
  await next()
}
