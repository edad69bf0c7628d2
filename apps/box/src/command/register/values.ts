import { NabijError } from '@nabij/base'

/** Euros as typed (12,50 or 12.50) in cents. @throws NabijError NABIJ_COMMAND_USE */
export function centsOf(text: string, name: string): number {
  const euros = /^\d{1,9}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  return checked(Math.round(euros * 100), text, name, '12,50')
}

/** Percent as typed (25 or 2,5) as a share. */
export function percentOf(text: string, name: string): number {
  const percent = /^-?\d{1,5}(?:[.,]\d{1,4})?%?$/.test(text)
    ? Number(text.replace(',', '.').replace('%', ''))
    : Number.NaN
  return checked(percent / 100, text, name, '25')
}

export function daysOf(text: string, name: string): number {
  return checked(/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN, text, name, '30')
}

function checked(value: number, text: string, name: string, example: string): number {
  if (Number.isNaN(value))
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name} ${example}` })
  return value
}
