import { Decimal, NabijError } from '@nabij/base'

/** A number of nought or more as typed (12,50 or 12.50), exact. @throws NabijError NABIJ_COMMAND_USE */
export function decimalOf(text: string, name: string): string {
  const found = Decimal.safeParse(text.trim().replace(',', '.'))
  if (!found.success) throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name} 12,50` })
  return found.data
}

/** Images a month: a whole number of nought or more. @throws NabijError NABIJ_COMMAND_USE */
export function imagesOf(text: string, name: string): number {
  const count = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(count))
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name} 302400` })
  return count
}
