import { NabijError } from '@nabij/base'

/** @throws NabijError NABIJ_COMMAND_USE */
export function portOf(text: string, name: string): number {
  return numberWithin(text, name, 0, 65_535)
}

export function countOf(text: string, name: string): number {
  return numberWithin(text, name, 1, 1_000_000)
}

function numberWithin(text: string, name: string, least: number, most: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw outOfRange(text, name, least, most)
  return value
}

/** A share between 0 and 1. */
export function shareOf(text: string, name: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw outOfRange(text, name, 0, 1)
  return value
}

function outOfRange(text: string, name: string, least: number, most: number): NabijError {
  return new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name}: ${least} – ${most}` })
}

/** A day, or a moment in it, on the clock of this computer. @throws NabijError NABIJ_COMMAND_USE */
export function momentOf(text: string, name: string): number {
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?$/.exec(text) ?? []
  const at = day === undefined ? Number.NaN : new Date(`${day}T${time}`).getTime()
  if (Number.isNaN(at))
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name} 2026-11-25` })
  return at
}
