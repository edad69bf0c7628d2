import { NabijError } from '@nabij/base'

/** "1,3,224,224" as numbers. @throws NabijError NABIJ_COMMAND_USE */
export function sizesOfText(text: string, name: string): number[] {
  const sizes = text.split(/[,x×]/).map((each) => Number(each.trim()))
  if (sizes.length > 8 || sizes.some((size) => !Number.isSafeInteger(size) || size < 1))
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name}: ${text}`, hint: '1,3,224,224' })
  return sizes
}

/** A number above nought, such as milliseconds or pictures a second. @throws NabijError NABIJ_COMMAND_USE */
export function amountOf(text: string, name: string): number {
  const value = Number(text.replace(',', '.'))
  if (text.trim() === '' || !(value >= 0.001 && value < 10_000))
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name}: 0.001 – 9999` })
  return Math.round(value * 1000) / 1000
}
