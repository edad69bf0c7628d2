import type { Evidence } from '@nabij/base'

/** Days are YYYY-MM-DD throughout. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function later(one: string, other: string): string {
  return one > other ? one : other
}

export function isBefore(day: string, other: string): boolean {
  return day < other
}

/** The days that evidence is about: as it says itself, else the day on which it was given. */
export function daysOf({ from, to, addedAt }: Evidence): { from: string; to: string } {
  const given = new Date(addedAt).toISOString().slice(0, 10)
  return { from: from ?? to ?? given, to: to ?? from ?? given }
}
