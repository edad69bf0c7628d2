import { NabijError } from '@nabij/base'

/** "1,3,224,224" as numbers. @throws NabijError NABIJ_COMMAND_USE */
export function sizesOfText(text: string, name: string): number[] {
  const sizes = text.split(/[,x×]/).map((each) => Number(each.trim()))
  if (sizes.length > 8 || sizes.some((size) => !Number.isSafeInteger(size) || size < 1))
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name}: ${text}`, hint: '1,3,224,224' })
  return sizes
}
